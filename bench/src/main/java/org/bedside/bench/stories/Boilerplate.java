package org.bedside.bench.stories;

import java.util.Random;

/** What ten feeds make of the same entry, and what kind of repost that is. */
enum Boilerplate {
  EXACT("as it is"),
  SYNDICATED("in a frame: dateline, headline, hashtags, link, notice"),
  CUT("cut off at three quarters"),
  EDITED("a word in twelve changed"),
  QUOTED("quoted in a longer text");

  static final int FEEDS = 11;

  private final String words;

  Boilerplate(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The kind of what this feed does; the first is the original. */
  static Boilerplate of(int feed) {
    return switch (feed) {
      case 0, 10 -> EXACT;
      case 1, 2, 3, 4, 5, 6 -> SYNDICATED;
      case 7 -> CUT;
      case 8 -> EDITED;
      default -> QUOTED;
    };
  }

  static String dress(String text, int feed, Random random) {
    return switch (feed) {
      case 0, 10 -> text;
      case 1 -> "LARKSPUR, Ohio (Reuters) - " + text;
      case 2 -> "RT @valley_news: " + text + " https://t.example/" + random.nextInt(1_000_000);
      case 3 -> text + " Read more at the Valley News. All rights reserved.";
      case 4 -> "What patients told us this week\n" + text;
      case 5 -> text + " https://radio.example/item?utm_source=rss&utm_id=" + random.nextInt(9_999);
      case 6 -> "#news #health " + text.toUpperCase(java.util.Locale.ROOT) + " #larkspur";
      case 7 -> cut(text);
      case 8 -> edited(text, random);
      default ->
          "The Town Blog, Monday: a reader sent us this and we think that everybody should see it."
              + " “"
              + text
              + "” We asked the hospital what it says to that, and shall write as soon as we hear.";
    };
  }

  /** The first three quarters, as feeds that give a beginning only. */
  private static String cut(String text) {
    int end = text.length() * 3 / 4;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** One word in twelve is another one. */
  private static String edited(String text, Random random) {
    String[] words = text.split(" ");
    for (int i = random.nextInt(12); i < words.length; i += 12) {
      words[i] = "indeed";
    }
    return String.join(" ", words);
  }
}
