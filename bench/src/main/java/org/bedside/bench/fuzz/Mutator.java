package org.bedside.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes cases by chance; the same seed gives the same changes. Not thread-safe. */
final class Mutator {

  /** No text grows beyond. */
  static final int LONGEST = 120_000;

  /** Beyond this only few do, or they would be all that there is time for. */
  private static final int SELDOM_LONGER = 4_000;

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  /** A case with one to six changes; {@code other} gives what is spliced in. */
  Case mutate(Case input, Case other) {
    Case mutant = input;
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      int what = random.nextInt(100);
      if (what < 60) {
        mutant = mutant.with("text", text -> change(text, other));
      } else if (what < 85) {
        mutant = mutant.with("reply", text -> change(text, other));
      } else if (what < 90) {
        String text = mutant.text();
        mutant = mutant.with("reply", _ -> text);
      } else if (what < 92) {
        mutant = mutant.rated(RATINGS.get(random.nextInt(RATINGS.size())));
      } else {
        String part = Case.PARTS.get(2 + random.nextInt(Case.PARTS.size() - 2));
        mutant = mutant.with(part, text -> change(text, other));
      }
    }
    int most = random.nextInt(50) == 0 ? LONGEST : SELDOM_LONGER;
    for (String part : Case.PARTS) {
      String value = mutant.get(part);
      if (value != null && value.length() > most) {
        mutant = mutant.with(part, text -> text.substring(0, most));
      }
    }
    return mutant;
  }

  private static final List<Double> RATINGS =
      List.of(0.0, -1.0, 1.0, 5.0, 1e308, Double.NaN, Double.NEGATIVE_INFINITY, 2.5, -0.0);

  private String change(String text, Case other) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(text.length() - from, 1 << random.nextInt(12)) + 1);
    String part = text.substring(from, to);
    String changed =
        switch (random.nextInt(17)) {
          case 0 -> "";
          case 1 -> part + part;
          case 2, 3 -> repeated(part.isEmpty() ? pick(Fragments.WORDS) : part);
          case 4 -> part + pick(Fragments.WORDS);
          case 5 -> part + characters();
          case 6 -> part + Character.toString(pick(Fragments.ASTRAL));
          case 7 -> other.get("text") + part;
          case 8 -> stretch(other.text());
          case 9 -> part + pick(Fragments.NUMBERS);
          case 10 -> nested(part);
          case 11 -> part + pick(Fragments.PROMPTS);
          case 12 -> between(part);
          case 13 -> disguised(part);
          case 14 -> base64(part);
          case 15 -> shuffled(part);
          default -> scattered(part);
        };
    String whole = text.substring(0, from) + changed + text.substring(to);
    return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
  }

  /** Repeated 2 to thousands of times, all magnitudes equally likely. */
  private String repeated(String part) {
    String unit = random.nextInt(3) == 0 ? part + pick(Fragments.WORDS) : part;
    int most = Math.max(2, LONGEST / unit.length());
    int times = (int) Math.pow(most, random.nextDouble());
    return unit.repeat(Math.max(2, times));
  }

  private String characters() {
    String from = pick(Fragments.CHARACTERS);
    var drawn = new StringBuilder();
    for (int i = 1 << random.nextInt(6); i > 0; i--) {
      drawn.append(from.charAt(random.nextInt(from.length())));
    }
    return drawn.toString();
  }

  private String stretch(String text) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, from + random.nextInt(text.length() - from + 1));
  }

  private String nested(String part) {
    List<String> nest = pick(Fragments.NESTS);
    int deep = 1 << random.nextInt(12);
    String close = random.nextBoolean() ? nest.get(1).repeat(deep) : "";
    return nest.get(0).repeat(deep) + part + close;
  }

  /** The same with something between its characters. */
  private String between(String part) {
    String glue =
        random.nextBoolean() ? Character.toString(characters().charAt(0)) : pick(Fragments.WORDS);
    var spaced = new StringBuilder();
    for (int i = 0; i < part.length() && spaced.length() < LONGEST; i++) {
      spaced.append(part.charAt(i)).append(glue);
    }
    return spaced.toString();
  }

  private String disguised(String part) {
    return switch (random.nextInt(5)) {
      case 0 -> part.toUpperCase(Locale.ROOT);
      case 1 -> new StringBuilder(part).reverse().toString();
      case 2 -> part.replace('a', '4').replace('e', '3').replace('i', '1').replace('o', '0');
      case 3 -> part.replace('a', 'а').replace('e', 'е').replace('o', 'о');
      default -> {
        var wide = new StringBuilder();
        part.chars()
            .forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c - 0x21 + 0xFF01 : c)));
        yield wide.toString();
      }
    };
  }

  private static String base64(String part) {
    return Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8));
  }

  private String shuffled(String part) {
    var words = new ArrayList<>(List.of(part.split(" ")));
    Collections.shuffle(words, random);
    return String.join(" ", words);
  }

  /** Single units changed for others, which also parts characters of two. */
  private String scattered(String part) {
    var changed = new StringBuilder(part);
    for (int i = 1 + part.length() / 20; i > 0 && !changed.isEmpty(); i--) {
      changed.setCharAt(random.nextInt(changed.length()), characters().charAt(0));
    }
    return changed.toString();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
