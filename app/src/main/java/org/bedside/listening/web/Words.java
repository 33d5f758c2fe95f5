package org.bedside.listening.web;

import java.time.Duration;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/** What is not a sentence by itself: lengths of time, the first words of a post. */
public final class Words {

  private static final int TEASER = 240;

  private Words() {}

  /** "30 minutes", "14 hours", "9 days". */
  public static String length(Page page, Duration length) {
    if (length.toMinutes() < 120) {
      return page.text("listening.length.minutes", Math.max(1, length.toMinutes()));
    }
    return length.toHours() < 48
        ? page.text("listening.length.hours", length.toHours())
        : page.text("listening.length.days", length.toDays());
  }

  /** The beginning of a post, cut between words. */
  public static String teaser(@Nullable String title, String text) {
    String words = title == null || title.isBlank() ? text : title;
    if (words.length() <= TEASER) {
      return words;
    }
    int cut = words.lastIndexOf(' ', TEASER);
    int end = cut < TEASER / 2 ? TEASER : cut;
    boolean split = Character.isLowSurrogate(words.charAt(end));
    return words.substring(0, split ? end - 1 : end) + " …";
  }
}
