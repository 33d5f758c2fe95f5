package org.bedside.understanding.guard;

import java.util.List;
import java.util.Map;

/** Writes contractions out, with the apostrophe or without it. */
final class Contractions {

  private static final Map<String, List<String>> WHOLE =
      Map.ofEntries(
          Map.entry("cannot", List.of("can", "not")),
          Map.entry("cant", List.of("can", "not")),
          Map.entry("can't", List.of("can", "not")),
          Map.entry("won't", List.of("will", "not")),
          Map.entry("wont", List.of("will", "not")),
          Map.entry("dont", List.of("do", "not")),
          Map.entry("doesnt", List.of("does", "not")),
          Map.entry("didnt", List.of("did", "not")),
          Map.entry("isnt", List.of("is", "not")),
          Map.entry("arent", List.of("are", "not")),
          Map.entry("wasnt", List.of("was", "not")),
          Map.entry("werent", List.of("were", "not")),
          Map.entry("hasnt", List.of("has", "not")),
          Map.entry("havent", List.of("have", "not")),
          Map.entry("hadnt", List.of("had", "not")),
          Map.entry("couldnt", List.of("could", "not")),
          Map.entry("wouldnt", List.of("would", "not")),
          Map.entry("shouldnt", List.of("should", "not")),
          Map.entry("youre", List.of("you", "are")),
          Map.entry("youve", List.of("you", "have")),
          Map.entry("youll", List.of("you", "will")),
          Map.entry("youd", List.of("you", "would")),
          Map.entry("weve", List.of("we", "have")),
          Map.entry("theyre", List.of("they", "are")),
          Map.entry("im", List.of("i", "am")),
          Map.entry("ive", List.of("i", "have")),
          Map.entry("thats", List.of("that", "is")),
          Map.entry("u", List.of("you")),
          Map.entry("ya", List.of("you")),
          Map.entry("yall", List.of("you")),
          Map.entry("y'all", List.of("you")),
          Map.entry("yuo", List.of("you")),
          Map.entry("yu", List.of("you")),
          Map.entry("yoru", List.of("your")),
          Map.entry("yur", List.of("your")),
          Map.entry("ur", List.of("your")),
          Map.entry("yr", List.of("your")),
          Map.entry("yor", List.of("your")),
          Map.entry("yuor", List.of("your")),
          Map.entry("youself", List.of("yourself")),
          Map.entry("pt", List.of("patient")),
          Map.entry("pts", List.of("patients")),
          Map.entry("appt", List.of("appointment")),
          Map.entry("apt", List.of("appointment")),
          Map.entry("rx", List.of("prescription")),
          Map.entry("dx", List.of("diagnosis")),
          Map.entry("tx", List.of("treatment")),
          Map.entry("hx", List.of("history")));

  private static final List<Map.Entry<String, List<String>>> ENDINGS =
      List.of(
          Map.entry("n't", List.of("not")),
          Map.entry("'re", List.of("are")),
          Map.entry("'ve", List.of("have")),
          Map.entry("'ll", List.of("will")),
          Map.entry("'d", List.of("would")),
          Map.entry("'m", List.of("am")));

  private Contractions() {}

  static List<String> expand(String word) {
    List<String> whole = WHOLE.get(word);
    if (whole != null) {
      return whole;
    }
    if (word.indexOf('\'') < 0) {
      return List.of(word);
    }
    for (var ending : ENDINGS) {
      if (word.length() > ending.getKey().length() && word.endsWith(ending.getKey())) {
        return List.of(
            word.substring(0, word.length() - ending.getKey().length()),
            ending.getValue().getFirst());
      }
    }
    if (word.endsWith("'s")) {
      String stem = word.substring(0, word.length() - 2);
      return switch (stem) {
        case "it", "that", "there", "what", "here", "he", "she", "who" -> List.of(stem, "is");
        case "let" -> List.of(stem, "us");
        default -> List.of(stem);
      };
    }
    return List.of(word.replace("'", ""));
  }
}
