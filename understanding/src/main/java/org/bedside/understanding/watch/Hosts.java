package org.bedside.understanding.watch;

import java.util.Locale;

/** Domain names in running text and in addresses. */
final class Hosts {

  /** Takes the stretches of a text that are domain names. */
  interface Sink {
    void domain(int start, int end);
  }

  /** Of a longer name only the last labels are looked at, so that the work stays linear. */
  private static final int MOST_LABELS = 8;

  private Hosts() {}

  /** Finds every domain name and each of its parents of at least two labels. */
  static void scan(char[] text, int length, Sink sink) {
    int at = 0;
    while (at < length) {
      int start = at;
      while (at < length && !gap(text, at) && part(text, at, length)) {
        at = WordScanner.after(text, at, length);
      }
      if (at > start) {
        piece(text, start, at, sink);
      } else {
        at++;
      }
    }
  }

  /** Two dots in a row part names. */
  private static boolean gap(char[] text, int at) {
    return at > 0 && text[at] == '.' && text[at - 1] == '.';
  }

  private static boolean part(char[] text, int at, int to) {
    return text[at] == '.' || text[at] == '-' || Marks.runs(text, at, to);
  }

  private static void piece(char[] text, int from, int to, Sink sink) {
    int start = from;
    int end = to;
    while (start < end && (text[start] == '.' || text[start] == '-')) {
      start++;
    }
    while (end > start && (text[end - 1] == '.' || text[end - 1] == '-')) {
      end--;
    }
    if (!isDomain(text, start, end)) {
      return;
    }
    int labels = 1;
    for (int i = end - 1; i > start && labels < MOST_LABELS; i--) {
      if (text[i] == '.' && ++labels > 2) {
        sink.domain(i + 1, end);
      }
    }
    if (labels < MOST_LABELS) {
      sink.domain(start, end);
    }
  }

  /** Whether the stretch is labels joined by dots, the last of at least two letters. */
  static boolean isDomain(char[] text, int from, int to) {
    if (to - from > Keys.LONGEST_HOST) {
      return false;
    }
    int dot = -1;
    for (int i = from; i < to; i = WordScanner.after(text, i, to)) {
      if (text[i] == '.') {
        if (i == from || i - 1 == dot) {
          return false;
        }
        dot = i;
      } else if (!part(text, i, to)) {
        return false;
      }
    }
    if (dot < 0 || to - dot < 3) {
      return false;
    }
    for (int i = dot + 1; i < to; i = WordScanner.after(text, i, to)) {
      if (!Character.isLetter(WordScanner.codePoint(text, i, to))) {
        return false;
      }
    }
    return true;
  }

  /** The host of an address in lower case; empty where there is none. */
  static String of(String url) {
    int from = url.indexOf("://");
    from = from < 0 ? 0 : from + 3;
    int end = from;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(from, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.lastIndexOf(':');
    if (port >= 0) {
      host = host.substring(0, port);
    }
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return host.length() > Keys.LONGEST_HOST ? "" : host.toLowerCase(Locale.ROOT);
  }
}
