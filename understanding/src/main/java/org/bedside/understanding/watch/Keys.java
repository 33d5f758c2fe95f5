package org.bedside.understanding.watch;

/**
 * How keys of different kinds are kept apart in one dictionary. Plain words have no prefix; folded
 * words hold only letters, digits, marks and underscores, so no prefix can be mistaken for one.
 */
final class Keys {

  static final String TAG = "#";
  static final String HANDLE = "@";
  static final String DOMAIN = ".";
  static final String AUTHOR = "\u0001a";
  static final String SOURCE = "\u0001o";
  static final String SITE = "\u0001s";
  static final String LANG = "\u0001l";
  static final String COUNTRY = "\u0001c";

  /** Followed by one whole number of stars: the rating rounded down. */
  static final String STARS = "\u0001r";

  /** Followed by one character that is part of no word. */
  static final String SIGN = "\u0002";

  /** Ratings outside this range share its ends. */
  static final int MOST_STARS = 10;

  static final int LONGEST_HOST = 253;

  private Keys() {}

  static int stars(double rating) {
    return (int) Math.max(0, Math.min(MOST_STARS, Math.floor(rating)));
  }

  /** Whether a key is a word found at a position of its own, not one laid over other words. */
  static boolean isWord(String key) {
    return switch (key.charAt(0)) {
      case '#', '@', '.', '\u0002' -> false;
      default -> !isPattern(key);
    };
  }

  static boolean isPattern(String key) {
    return key.indexOf('*') >= 0;
  }
}
