package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast matcher held against the naive one; few different words, so that they often meet. */
class RandomWatchesTest {

  private static final List<String> WORDS =
      List.of(
          "mercy",
          "Mercy",
          "MERCÝ",
          "ward",
          "wards",
          "nurse",
          "nursing",
          "straße",
          "care",
          "well_kept",
          "北京",
          "京",
          "😀",
          "24",
          "o'neil",
          "new-born",
          "st",
          "st.",
          "#mercy",
          "#Ward9",
          "@mercy",
          "@mercy.example.org",
          "@ann@mercy.example",
          "mercy.example.org",
          "care.Nurse",
          "example.org",
          "_ward_",
          "a...b",
          "mail@example.org");
  private static final List<String> GLUE =
      List.of(" ", " ", " ", ", ", ". ", "! ", "-", "/", "'", " _");

  private final List<String> atoms =
      List.of(
          "mercy",
          "ward",
          "nurse",
          "nursing",
          "nurs*",
          "w*s",
          "wa*",
          "care",
          "strasse",
          "STRASSE*",
          "京",
          "😀",
          "24",
          "o'neil",
          "st",
          "well_kept",
          "new",
          "born",
          "#mercy",
          "#war*",
          "@mercy",
          "@mer*",
          "@mercy.example.org",
          "@ann@mercy.example",
          "mercy.example.org",
          "example.org",
          "neil",
          "\"mercy ward\"",
          "\"new born\"",
          "\"st mercy\"",
          "\"nurs* care\"",
          "\"ward ward\"",
          "\"mercy #mercy\"",
          "\"mercy ward\"~1",
          "\"ward mercy care\"~2",
          "\"ward ward\"~1",
          "\"nurs* nurse\"~1",
          "raw:Mercy",
          "raw:st.",
          "raw:\"Mercy, ward\"",
          "raw:_ward_",
          "raw:#Ward9");
  private final List<String> fields =
      List.of(
          "author:ann",
          "author:\"ann lee\"",
          "author:le*",
          "source:reviews",
          "site:example.org",
          "url:www.example.org",
          "lang:en",
          "lang:pt-BR",
          "country:US",
          "rating:1",
          "rating:<=2",
          "rating:>3",
          "rating:2..4",
          "raw:\"!\"");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findTheSameAsTheNaiveReading(long seed) throws WatchSyntaxException {
    Random random = new Random(seed);
    List<Watch> watches = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    while (watches.size() < 150) {
      String text = query(random, 3);
      try {
        queries.add(QueryReader.read(text));
        watches.add(new Watch("w" + watches.size(), text));
      } catch (WatchSyntaxException e) {
        assertThat(e.code()).isEqualTo("watch.only-negative");
      }
    }
    WatchSet set = WatchSet.compile(watches);
    int matches = 0;
    for (int i = 0; i < 60; i++) {
      Post post = post(random);
      List<String> expected = new ArrayList<>();
      for (int w = 0; w < queries.size(); w++) {
        if (NaiveMatcher.matches(queries.get(w), post)) {
          expected.add(watches.get(w).id());
        }
      }
      matches += expected.size();
      List<String> found = set.match(post);
      assertThat(found)
          .as("%s%n%s", post, difference(watches, found, expected))
          .isEqualTo(expected);
    }
    assertThat(matches).isGreaterThan(500);
    for (int i = 0; i < 60; i++) {
      Post post = post(random);
      WatchQuery query = WatchQuery.parse(watches.get(i).query());
      boolean matched = NaiveMatcher.matches(queries.get(i), post);
      assertThat(query.matches(post)).isEqualTo(matched);
      List<Span> spans = query.highlight(post);
      int end = 0;
      for (Span span : spans) {
        assertThat(matched).isTrue();
        assertThat(span.start()).isGreaterThanOrEqualTo(end);
        assertThat(span.end()).isBetween(span.start() + 1, post.text().length());
        end = span.end();
      }
    }
  }

  private static String difference(List<Watch> watches, List<String> found, List<String> expected) {
    return watches.stream()
        .filter(watch -> found.contains(watch.id()) != expected.contains(watch.id()))
        .map(watch -> watch + " expected " + expected.contains(watch.id()))
        .toList()
        .toString();
  }

  private String query(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 12);
    return switch (kind) {
      case 0, 1, 2 -> pick(random, atoms);
      case 3 -> pick(random, fields);
      case 4, 5 -> part(random, depth) + " AND " + part(random, depth);
      case 6 -> part(random, depth) + " " + part(random, depth);
      case 7, 8 -> part(random, depth) + " OR " + part(random, depth);
      case 9 -> part(random, depth) + " NOT " + part(random, depth);
      default -> near(random, depth);
    };
  }

  private String part(Random random, int depth) {
    String query = query(random, depth - 1);
    return random.nextInt(4) == 0 ? "NOT (" + query + ")" : "(" + query + ")";
  }

  private String near(Random random, int depth) {
    String left =
        random.nextInt(3) == 0 && depth > 0 ? "(" + near(random, depth - 1) + ")" : any(random);
    return left + " NEAR/" + random.nextInt(5) + (random.nextBoolean() ? "f " : " ") + any(random);
  }

  private String any(Random random) {
    if (random.nextInt(3) == 0) {
      return "(" + pick(random, atoms) + " OR " + pick(random, atoms) + ")";
    }
    return pick(random, atoms);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static @Nullable String maybe(Random random, String... values) {
    int choice = random.nextInt(values.length + 1);
    return choice == values.length ? null : values[choice];
  }

  private static Post post(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(25);
    for (int i = 0; i < length; i++) {
      text.append(pick(random, WORDS)).append(pick(random, GLUE));
    }
    return new Post(
        "p",
        text.toString(),
        null,
        random.nextBoolean() ? null : random.nextInt(11) / 2.0,
        maybe(random, "Ann Lee", "ann", "@ann_lee", "Lee, Ann"),
        maybe(
            random, "https://www.example.org/a?b", "https://example.com", "http://example.org:80"),
        maybe(random, "Reviews", "town news"),
        maybe(random, "en", "en-US", "pt-BR"),
        maybe(random, "US", "gb"),
        null);
  }
}
