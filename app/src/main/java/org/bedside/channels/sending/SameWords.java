package org.bedside.channels.sending;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether a network shows our words. Networks turn links into shorter ones, marks into others and
 * mentions into links, so none of these is compared.
 */
final class SameWords {

  private SameWords() {}

  static boolean in(String ours, String theirs) {
    return bare(ours).equals(bare(theirs));
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("https?://\\S+", " ")
        .replaceAll("@[\\w.-]+(?:@[\\w.-]+)?", " ")
        .replaceAll("[\\s\\p{Z}\\p{C}\\p{P}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
