package org.bedside.bench.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How people write a name, in the benchmark's own words: nothing here is the library's. Which
 * entries a way of writing may mean follows from all the ways of all entries.
 */
final class Variants {

  /** A way of writing a name. {@code CORE}, {@code INITIALS} and the like leave something out. */
  enum Way {
    WHOLE,
    SHORT_WORDS,
    HOSPITAL_FOR_KIND,
    CORE,
    INITIALS,
    HANDLE,
    TITLED,
    TITLED_WHOLE,
    NICKNAME,
    INITIAL
  }

  private static final Set<String> KINDS =
      Set.of(
          "hospital",
          "medical",
          "center",
          "clinic",
          "health",
          "regional",
          "memorial",
          "general",
          "community",
          "university",
          "system",
          "county",
          "district",
          "inc",
          "llc",
          "healthcare",
          "care",
          "of",
          "the",
          "and",
          "at");
  private static final Map<String, String> SHORT =
      Map.of(
          "Saint", "St.",
          "St", "Saint",
          "St.", "Saint",
          "Medical", "Med",
          "Center", "Ctr",
          "Hospital", "Hosp",
          "Memorial", "Mem",
          "Regional", "Reg",
          "University", "Univ");

  private final Map<String, String> nicknames;
  private final Predicate<String> isTown;
  private final Map<String, Set<Listed>> meant = new HashMap<>();
  private final Map<String, Set<Listed>> exact = new HashMap<>();

  Variants(List<Listed> all, Map<String, String> nicknames, Predicate<String> isTown) {
    this.nicknames = nicknames;
    this.isTown = isTown;
    for (Listed one : all) {
      for (Way way : Way.values()) {
        for (String written : of(one, way)) {
          meant.computeIfAbsent(key(written), _ -> new HashSet<>()).add(one);
          if (way == Way.WHOLE || way == Way.TITLED_WHOLE) {
            exact.computeIfAbsent(key(written), _ -> new HashSet<>()).add(one);
          }
        }
      }
    }
  }

  private static String key(String written) {
    String lower = written.toLowerCase(Locale.ROOT).replaceAll("\\bsaint\\b", "st");
    return lower.replaceAll("[^a-z0-9@# ]", "");
  }

  /** The entries that what is written may mean; those whose very name it is go first. */
  Set<Listed> meantBy(String written) {
    Set<Listed> named = exact.getOrDefault(key(written), Set.of());
    return named.isEmpty() ? meant.getOrDefault(key(written), Set.of()) : named;
  }

  /** The same with every entry that may be meant, whatever goes first. */
  Set<Listed> allMeantBy(String written) {
    return meant.getOrDefault(key(written), Set.of());
  }

  /** The ways of writing an entry's name in one of the ways; none where it has no such. */
  List<String> of(Listed one, Way way) {
    return one.isHospital() ? hospital(one, way) : clinician(one, way);
  }

  private List<String> clinician(Listed one, Way way) {
    String first = one.words().getFirst();
    String last = one.words().getLast();
    String nickname = nicknames.get(first.toLowerCase(Locale.ROOT));
    return switch (way) {
      case WHOLE -> List.of(first + " " + last);
      case TITLED_WHOLE -> List.of("Dr. " + first + " " + last);
      case TITLED -> List.of("Dr. " + last, "Doctor " + last, "Dr " + last);
      case NICKNAME ->
          nickname == null
              ? List.of()
              : List.of(
                  Listed.title(nickname) + " " + last,
                  "Dr. " + Listed.title(nickname) + " " + last);
      case INITIAL ->
          List.of("Dr. " + first.charAt(0) + ". " + last, "Dr " + first.charAt(0) + " " + last);
      case HANDLE ->
          List.of(
              "@Dr" + joined(last),
              "@" + joined(first + last) + "MD",
              "#Dr" + joined(first + last),
              "@dr_" + joined(first + "_" + last).toLowerCase(Locale.ROOT));
      case SHORT_WORDS, HOSPITAL_FOR_KIND, CORE, INITIALS -> List.of();
    };
  }

  private static String joined(String words) {
    return words.replaceAll("[^A-Za-z0-9_]", "");
  }

  private List<String> hospital(Listed one, Way way) {
    List<String> words = one.words();
    String name = String.join(" ", words);
    List<String> core = core(words);
    boolean telling = !core.isEmpty() && core.size() < words.size();
    String cored = String.join(" ", core);
    boolean town = isTown.test(cored.toLowerCase(Locale.ROOT));
    return switch (way) {
      case WHOLE -> List.of(name);
      case SHORT_WORDS -> {
        String other =
            String.join(" ", words.stream().map(word -> SHORT.getOrDefault(word, word)).toList());
        yield other.equals(name) ? List.of() : List.of(other);
      }
      case HOSPITAL_FOR_KIND -> telling ? List.of(cored + " Hospital") : List.of();
      case CORE -> telling && !town && core.size() > 1 ? List.of(cored) : List.of();
      case INITIALS -> {
        var initials = new StringBuilder();
        for (String word : words) {
          if (!Set.of("of", "the", "and", "at").contains(word.toLowerCase(Locale.ROOT))
              && Character.isLetter(word.charAt(0))) {
            initials.append(word.charAt(0));
          }
        }
        boolean usual = initials.length() >= 3 && initials.length() <= 5;
        yield usual ? List.of(initials.toString()) : List.of();
      }
      case HANDLE -> {
        var handles = new ArrayList<String>();
        if (telling) {
          handles.add("@" + joined(cored + one.city()));
        }
        handles.add("#" + joined(name));
        yield handles;
      }
      case TITLED, TITLED_WHOLE, NICKNAME, INITIAL -> List.of();
    };
  }

  private static List<String> core(List<String> words) {
    int size = words.size();
    while (size > 0
        && KINDS.contains(words.get(size - 1).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))) {
      size--;
    }
    return words.subList(0, size);
  }
}
