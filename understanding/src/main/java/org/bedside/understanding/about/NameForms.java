package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.words.Words;

/** The ways people write a name. */
final class NameForms {

  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "doctor",
          "dra",
          "prof",
          "professor",
          "mr",
          "mrs",
          "ms",
          "miss",
          "nurse",
          "sister",
          "doc");

  private static final Set<String> DEGREES =
      Set.of("md", "do", "phd", "rn", "np", "pa", "frcs", "mrcp", "facs", "dds", "dmd", "jr");

  /** Single words that are names and common words alike. */
  private static final Set<String> COMMON =
      Set.of(
          "mercy",
          "hope",
          "grace",
          "faith",
          "unity",
          "trinity",
          "providence",
          "sunrise",
          "summit",
          "valley",
          "community",
          "central",
          "memorial",
          "general",
          "regional",
          "lakeside",
          "harbor",
          "haven",
          "heritage",
          "legacy",
          "premier",
          "advent",
          "banner",
          "beacon",
          "horizon",
          "liberty",
          "union",
          "university",
          "methodist",
          "baptist",
          "children",
          "hospital",
          "clinic",
          "medical",
          "center",
          "centre",
          "long",
          "young",
          "good",
          "best",
          "love",
          "rose",
          "may",
          "will",
          "mark",
          "grant",
          "price",
          "rich",
          "short",
          "small",
          "strong",
          "white",
          "black",
          "brown",
          "green",
          "gray",
          "king",
          "bishop",
          "pope",
          "baker",
          "cook",
          "carter",
          "hunter",
          "fisher",
          "field",
          "hill",
          "lake",
          "wood",
          "woods",
          "stone",
          "rivers",
          "banks",
          "bell",
          "page",
          "case",
          "day",
          "winter",
          "summer",
          "frost",
          "snow",
          "rain",
          "pain",
          "sharp",
          "wise",
          "moody",
          "sweet",
          "swift",
          "joy",
          "patience",
          "dawn",
          "april",
          "june",
          "august",
          "pearl",
          "ruby",
          "ivy",
          "lily",
          "iris",
          "angel",
          "christian",
          "chase",
          "cure",
          "care",
          "wellness",
          "life",
          "heart",
          "spring",
          "springs",
          "park",
          "north",
          "south",
          "east",
          "west",
          "riverside",
          "oak",
          "cedar",
          "pine",
          "maple",
          "eagle",
          "star",
          "sun",
          "bay",
          "ward",
          "lane",
          "street",
          "rush",
          "cross",
          "ascension",
          "compass",
          "nation",
          "baylor");

  private NameForms() {}

  static List<String> words(String name) {
    Words words = Words.of(name);
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      forms.add(words.form(i));
    }
    return forms;
  }

  static Set<List<String>> of(String name, DirectoryEntry.Kind kind) {
    Set<List<String>> ways = new LinkedHashSet<>();
    List<String> whole = words(name);
    if (whole.isEmpty()) {
      return ways;
    }
    ways.add(whole);
    spell(whole, "saint", "st", ways);
    spell(whole, "st", "saint", ways);
    spell(whole, "centre", "center", ways);
    spell(whole, "center", "centre", ways);
    if (whole.size() > 1 && name.chars().anyMatch(c -> c == '-')) {
      ways.add(List.of(String.join("", whole)));
    }
    if (whole.size() > 2 && whole.getFirst().equals("the")) {
      ways.add(whole.subList(1, whole.size()));
    }
    switch (kind) {
      case PROVIDER -> person(name, whole, ways);
      case LOCATION -> {
        if (whole.size() > 1 && whole.size() <= 4) {
          ways.add(List.of(String.join("", whole)));
        }
      }
    }
    return ways;
  }

  private static void spell(List<String> whole, String one, String other, Set<List<String>> ways) {
    if (whole.contains(one)) {
      ways.add(whole.stream().map(word -> word.equals(one) ? other : word).toList());
    }
  }

  /** Jane Q. Doe, MD is also Jane Doe, Dr Doe, Dr Jane Doe. */
  private static void person(String name, List<String> whole, Set<List<String>> ways) {
    List<List<String>> bare = new ArrayList<>();
    for (String part : name.strip().split("[\\s,]+")) {
      List<String> words = words(part);
      if (!words.isEmpty()
          && !TITLES.contains(words.getFirst())
          && !DEGREES.contains(String.join("", words))) {
        bare.add(words);
      }
    }
    boolean titled = TITLES.contains(whole.getFirst());
    if (bare.isEmpty() || (bare.size() == 1 && !titled)) {
      return;
    }
    // a hyphenated surname is one name of several words
    List<String> last = bare.getLast();
    List<String> firstAndLast = joined(bare.getFirst(), last);
    if (bare.size() > 1) {
      ways.add(bare.stream().flatMap(List::stream).toList());
      ways.add(firstAndLast);
    }
    String title = whole.getFirst();
    List<String> titles =
        title.equals("nurse") || title.equals("sister")
            ? List.of(title)
            : List.of("dr", "doctor", "doc", "dra");
    for (String one : titles) {
      ways.add(joined(List.of(one), last));
      if (bare.size() > 1) {
        ways.add(joined(List.of(one), firstAndLast));
      }
    }
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  /** Whether this way of writing is common words too, so that it must look like a name. */
  static boolean isWeak(List<String> way, DirectoryEntry entry) {
    if (way.size() == 1) {
      return COMMON.contains(way.getFirst()) || way.getFirst().length() < 4;
    }
    return switch (entry.kind()) {
      case PROVIDER -> COMMON.contains(way.getLast());
      case LOCATION -> COMMON.containsAll(way);
    };
  }
}
