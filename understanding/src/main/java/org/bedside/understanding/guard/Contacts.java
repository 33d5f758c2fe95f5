package org.bedside.understanding.guard;

import java.util.Set;

/** Tells the office's own telephone numbers and addresses from other strings of digits. */
final class Contacts {

  private static final Set<String> TOP_LEVEL =
      Set.of(
          "com", "org", "net", "edu", "gov", "health", "example", "us", "uk", "es", "mx", "care",
          "clinic", "info", "test", "invalid", "io", "co");

  private Contacts() {}

  static boolean isAddress(String text, int from, int to, boolean hasMarks) {
    String chunk =
        text.substring(from, Math.min(to, from + 200)).toLowerCase(java.util.Locale.ROOT);
    if (chunk.startsWith("http://") || chunk.startsWith("https://") || chunk.startsWith("www.")) {
      return true;
    }
    int dot = chunk.lastIndexOf('.');
    if (chunk.indexOf('@') > 0) {
      return dot > chunk.indexOf('@') + 1;
    }
    int slash = chunk.indexOf('/');
    String host = slash > 0 ? chunk.substring(0, slash) : chunk;
    int last = host.lastIndexOf('.');
    return last > 0
        && TOP_LEVEL.contains(host.substring(last + 1))
        && (hasMarks || host.chars().filter(c -> c == '.').count() >= 1)
        && host.chars().anyMatch(Character::isLetter);
  }

  /** The end of a telephone number that starts here; {@code from} where there is none. */
  static int telephoneEnd(String text, int from) {
    int digits = 0;
    int groups = 0;
    int at = from;
    int end = from;
    boolean slashes = false;
    boolean inGroup = false;
    var lengths = new StringBuilder();
    int run = 0;
    while (at < text.length() && at - from < 30) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        if (!inGroup) {
          groups++;
          run = 0;
        }
        inGroup = true;
        digits++;
        run++;
        end = at + 1;
      } else if (" -.()+/\u2011\u2013".indexOf(c) >= 0) {
        if (inGroup) {
          lengths.append(run);
        }
        slashes |= c == '/';
        inGroup = false;
      } else {
        break;
      }
      at++;
    }
    if (inGroup) {
      lengths.append(run);
    }
    boolean more = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    if (more || slashes || groups < 2 || digits < 7 || digits > 15) {
      return from;
    }
    String shape = lengths.toString();
    if ((shape.startsWith("324") && digits == 9) || shape.equals("422") || shape.equals("224")) {
      return from;
    }
    return end;
  }
}
