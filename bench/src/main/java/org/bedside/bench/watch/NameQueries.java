package org.bedside.bench.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes name-like queries, always the same for the same input: names of hospitals, names that occur
 * in other posts (two capitalised words side by side, so that there are matches), and names of
 * persons put together from syllables.
 */
final class NameQueries {

  private static final Pattern CAPITALISED =
      Pattern.compile("\\b([A-Z][a-z]{2,14}) ([A-Z][a-z]{2,14})\\b");
  private static final List<String> CARE =
      List.of(
          "nurse", "doctor", "hospital", "care", "wait", "staff", "love", "great", "bad", "sick");
  private static final List<String> ELSEWHERE =
      List.of("game", "concert", "trailer", "album", "match", "movie", "episode", "tour");
  private static final List<String> SYLLABLES =
      List.of(
          "an", "bel", "cor", "dan", "el", "far", "gor", "hel", "ir", "jo", "kar", "lin", "mor");

  private NameQueries() {}

  static List<NameQuery> make(int count, List<String> hospitals, List<String> posts) {
    Random random = new Random(42);
    Set<List<String>> names = new LinkedHashSet<>();
    for (String hospital : hospitals) {
      add(names, hospital);
    }
    List<List<String>> sorted = new ArrayList<>(names);
    Collections.shuffle(sorted, random);
    names.clear();
    names.addAll(sorted.subList(0, Math.min(sorted.size(), count / 3)));
    List<String> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, random);
    int quota = names.size() + count / 3;
    for (String post : shuffled) {
      Matcher matcher = CAPITALISED.matcher(post);
      while (matcher.find() && names.size() < quota) {
        add(names, matcher.group());
      }
    }
    while (names.size() < count) {
      add(names, name(random) + " " + name(random));
    }
    List<NameQuery> queries = new ArrayList<>();
    for (List<String> name : names) {
      queries.add(variant(queries.size(), name, random));
    }
    return queries;
  }

  private static NameQuery variant(int number, List<String> name, Random random) {
    String id = "w" + number;
    return switch (random.nextInt(5)) {
      case 0 -> new NameQuery(id, name, two(CARE, random), List.of());
      case 1 -> new NameQuery(id, name, List.of(), two(ELSEWHERE, random));
      default -> new NameQuery(id, name, List.of(), List.of());
    };
  }

  private static List<String> two(List<String> from, Random random) {
    int one = random.nextInt(from.size());
    return List.of(
        from.get(one), from.get((one + 1 + random.nextInt(from.size() - 1)) % from.size()));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int length = 2 + random.nextInt(2);
    for (int i = 0; i < length; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return name.toString();
  }

  private static void add(Set<List<String>> names, String name) {
    List<String> words = PostAnalyzer.words(name);
    if (words.size() > 1) {
      names.add(words);
    }
  }
}
