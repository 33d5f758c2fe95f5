package org.bedside.understanding.claims;

import java.util.Set;

/** Light stemming: plural, past and progressive endings; and the words too common to tell. */
final class Stems {

  private static final Set<String> STOP =
      Set.of(
          "a", "an", "the", "and", "or", "but", "if", "of", "at", "by", "for", "with", "about",
          "to", "from", "in", "on", "off", "out", "is", "are", "was", "were", "be", "been", "being",
          "have", "has", "had", "having", "do", "does", "did", "i", "me", "my", "we", "our", "you",
          "your", "he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "this",
          "that", "these", "those", "am", "as", "so", "than", "too", "very", "can", "will", "just",
          "would", "s", "t", "what", "which", "who", "whom", "there", "here", "when", "where",
          "not", "el", "la", "los", "las", "un", "una", "de", "del", "y", "o", "que", "en", "es",
          "con", "por", "para", "se", "su", "al", "lo", "rt", "amp", "via");

  private Stems() {}

  static boolean isStop(String word) {
    return STOP.contains(word);
  }

  static String of(String word) {
    int length = word.length();
    if (length < 4 || Character.isDigit(word.charAt(0))) {
      return word;
    }
    String stem = word;
    if (stem.endsWith("ies") && length > 4) {
      stem = stem.substring(0, length - 3) + "y";
    } else if (stem.endsWith("sses")) {
      stem = stem.substring(0, length - 2);
    } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
      stem = stem.substring(0, length - 1);
    }
    for (String ending : new String[] {"ingly", "edly", "ing", "ed", "ly"}) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
        stem = stem.substring(0, stem.length() - ending.length());
        int last = stem.length() - 1;
        if (last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lsz".indexOf(stem.charAt(last)) < 0) {
          stem = stem.substring(0, last);
        }
        break;
      }
    }
    return stem.endsWith("e") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
  }
}
