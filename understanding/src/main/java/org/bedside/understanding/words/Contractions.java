package org.bedside.understanding.words;

import java.util.List;
import java.util.Map;

/** Writes contractions out, with and without their apostrophe, so that patterns see one form. */
final class Contractions {

  private static final Map<String, List<String>> BARE =
      Map.ofEntries(
          Map.entry("dont", List.of("do", "not")),
          Map.entry("doesnt", List.of("does", "not")),
          Map.entry("didnt", List.of("did", "not")),
          Map.entry("cant", List.of("can", "not")),
          Map.entry("cannot", List.of("can", "not")),
          Map.entry("wont", List.of("will", "not")),
          Map.entry("isnt", List.of("is", "not")),
          Map.entry("wasnt", List.of("was", "not")),
          Map.entry("arent", List.of("are", "not")),
          Map.entry("werent", List.of("were", "not")),
          Map.entry("hasnt", List.of("has", "not")),
          Map.entry("havent", List.of("have", "not")),
          Map.entry("hadnt", List.of("had", "not")),
          Map.entry("couldnt", List.of("could", "not")),
          Map.entry("wouldnt", List.of("would", "not")),
          Map.entry("shouldnt", List.of("should", "not")),
          Map.entry("aint", List.of("is", "not")),
          Map.entry("im", List.of("i", "am")),
          Map.entry("ive", List.of("i", "have")),
          Map.entry("youre", List.of("you", "are")),
          Map.entry("theyre", List.of("they", "are")),
          Map.entry("youll", List.of("you", "will")),
          Map.entry("theyve", List.of("they", "have")),
          Map.entry("wanna", List.of("want", "to")),
          Map.entry("gonna", List.of("going", "to")),
          Map.entry("gotta", List.of("got", "to")),
          Map.entry("u", List.of("you")),
          Map.entry("ur", List.of("your")),
          Map.entry("pls", List.of("please")),
          Map.entry("plz", List.of("please")));

  private Contractions() {}

  static List<String> expand(String stem, String suffix) {
    if (suffix.isEmpty()) {
      return BARE.getOrDefault(stem, List.of(stem));
    }
    return switch (suffix) {
      case "t" -> negated(stem);
      case "s" -> List.of(stem);
      case "ll" -> List.of(stem, "will");
      case "ve" -> List.of(stem, "have");
      case "re" -> List.of(stem, "are");
      case "m" -> List.of(stem, "am");
      case "d" -> List.of(stem, "would");
      default -> List.of(stem + suffix);
    };
  }

  private static List<String> negated(String stem) {
    return switch (stem) {
      case "can" -> List.of("can", "not");
      case "won" -> List.of("will", "not");
      case "ain" -> List.of("is", "not");
      default ->
          stem.endsWith("n")
              ? List.of(stem.substring(0, stem.length() - 1), "not")
              : List.of(stem + "t");
    };
  }
}
