package org.bedside.listening.bluesky;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

  private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");

  private static final Pattern DID =
      Pattern.compile("did:[a-z]++:[a-zA-Z0-9._:%-]*+(?<=[a-zA-Z0-9._-])");
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,62}+(?<!-))?+\\.)++"
              + "[a-zA-Z](?:[a-zA-Z0-9-]{0,62}+(?<!-))?+");
  private static final Pattern RECORD_KEY = Pattern.compile("[a-zA-Z0-9_~.:-]{1,512}");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,20})?+(?:Z|[+-]\\d{2}:\\d{2})");

  private Syntax() {}

  static boolean isDid(String text) {
    return text.length() <= LONGEST_DID && DID.matcher(text).matches();
  }

  static boolean isHandle(String text) {
    return text.length() <= LONGEST_HANDLE && HANDLE.matcher(text).matches();
  }

  static boolean isRecordKey(String text) {
    return RECORD_KEY.matcher(text).matches() && !text.equals(".") && !text.equals("..");
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
    if (text.length() > LONGEST_TIME || !TIME.matcher(text).matches() || text.endsWith("-00:00")) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(shortened(text)).toInstant();
      return time.isBefore(YEAR_ZERO) ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Fractions beyond nanoseconds are cut off. */
  private static String shortened(String text) {
    int point = text.indexOf('.');
    if (point < 0) {
      return text;
    }
    int end = point + 1;
    while (Character.isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(0, Math.min(end, point + 10)) + text.substring(end);
  }
}
