package org.bedside.listening.bluesky;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of the AT Protocol, as its specifications write them. Every pattern costs linear time.
 */
final class Syntax {

  private static final int LONGEST_DID = 2048;
  private static final int LONGEST_HANDLE = 253;
  private static final int LONGEST_TIME = 64;
  private static final String POSTS = "app.bsky.feed.post";

  private static final long YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final int LONGEST_KEY = 512;
  private static final int NANO_DIGITS = 9;
  private static final int MOST_DIGITS = 20;

  private static final Pattern HANDLE =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,62}+(?<!-))?+\\.)++"
              + "[a-zA-Z](?:[a-zA-Z0-9-]{0,62}+(?<!-))?+");

  private Syntax() {}

  // DIDs, keys and times are in every message of a whole network, and a pattern takes ten times as
  // long to hold them against.

  static boolean isDid(String text) {
    int method = 4;
    int length = text.length();
    if (length > LONGEST_DID || !text.startsWith("did:")) {
      return false;
    }
    while (method < length && isBetween(text.charAt(method), 'a', 'z')) {
      method++;
    }
    if (method == 4 || method >= length - 1 || text.charAt(method) != ':') {
      return false;
    }
    for (int i = method + 1; i < length; i++) {
      char c = text.charAt(i);
      if (!isWord(c) && c != ':' && c != '%') {
        return false;
      }
    }
    return isWord(text.charAt(length - 1));
  }

  static boolean isHandle(String text) {
    return text.length() <= LONGEST_HANDLE && HANDLE.matcher(text).matches();
  }

  static boolean isRecordKey(String text) {
    if (text.isEmpty() || text.length() > LONGEST_KEY) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWord(c) && c != '~' && c != ':') {
        return false;
      }
    }
    return !text.equals(".") && !text.equals("..");
  }

  private static boolean isWord(char c) {
    return isBetween(c, 'a', 'z')
        || isBetween(c, 'A', 'Z')
        || isBetween(c, '0', '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  private static boolean isBetween(char c, char first, char last) {
    return c >= first && c <= last;
  }

  /** Whether it is the address of a post, its author named by DID. */
  static boolean isPost(String uri) {
    return key(uri) != null;
  }

  /** The page on which people read the post, or null where {@code uri} is none of a post. */
  static @Nullable String page(String uri) {
    String key = key(uri);
    return key == null
        ? null
        : "https://bsky.app/profile/" + uri.substring(5, uri.indexOf('/', 5)) + "/post/" + key;
  }

  private static @Nullable String key(String uri) {
    if (!uri.startsWith("at://")) {
      return null;
    }
    int end = uri.indexOf('/', 5);
    String rest = end < 0 ? "" : uri.substring(end + 1);
    if (end < 0 || !isDid(uri.substring(5, end)) || !rest.startsWith(POSTS + "/")) {
      return null;
    }
    String key = rest.substring(POSTS.length() + 1);
    return isRecordKey(key) ? key : null;
  }

  /** The address under which a post is known everywhere. */
  static String post(String did, String key) {
    return account(did) + POSTS + "/" + key;
  }

  /** How the addresses of all that an account wrote begin. */
  static String account(String did) {
    return "at://" + did + "/";
  }

  /** The record key where {@code path} leads to a post within its repository, or null. */
  static @Nullable String postKey(String path) {
    if (!path.startsWith(POSTS + "/")) {
      return null;
    }
    String key = path.substring(POSTS.length() + 1);
    return isRecordKey(key) ? key : null;
  }

  static boolean isPosts(String collection) {
    return collection.equals(POSTS);
  }

  /** The moment that a datetime of the protocol stands for, or null where it is none. */
  static @Nullable Instant time(String text) {
    int length = text.length();
    if (length < "0000-00-00T00:00:00Z".length() || length > LONGEST_TIME) {
      return null;
    }
    for (int i = 0; i < 19; i++) {
      char c = text.charAt(i);
      char wanted = "0000-00-00T00:00:00".charAt(i);
      if (wanted == '0' ? !isBetween(c, '0', '9') : c != wanted) {
        return null;
      }
    }
    int zone = 19;
    int nanos = 0;
    if (text.charAt(zone) == '.') {
      zone++;
      int first = zone;
      while (zone < length && isBetween(text.charAt(zone), '0', '9')) {
        zone++;
      }
      if (zone == first || zone - first > MOST_DIGITS) {
        return null;
      }
      // Fractions beyond nanoseconds are cut off.
      for (int i = 0; i < NANO_DIGITS; i++) {
        nanos = nanos * 10 + (first + i < zone ? text.charAt(first + i) - '0' : 0);
      }
    }
    try {
      long second =
          LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay()
                  * 86_400
              + LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                  .toSecondOfDay();
      ZoneOffset offset = zone(text, zone);
      return offset == null || second - offset.getTotalSeconds() < YEAR_ZERO
          ? null
          : Instant.ofEpochSecond(second - offset.getTotalSeconds(), nanos);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** {@code Z} or hours and minutes, where the protocol has no {@code -00:00}. */
  private static @Nullable ZoneOffset zone(String text, int at) {
    String written = text.substring(at);
    if (written.equals("Z")) {
      return ZoneOffset.UTC;
    }
    boolean form =
        written.length() == 6
            && (written.charAt(0) == '+' || written.charAt(0) == '-')
            && written.charAt(3) == ':';
    for (int i : form ? new int[] {1, 2, 4, 5} : new int[0]) {
      form &= isBetween(written.charAt(i), '0', '9');
    }
    return !form || written.equals("-00:00") ? null : ZoneOffset.of(written);
  }

  /** Digits only. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
