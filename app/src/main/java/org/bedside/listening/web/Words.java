package org.bedside.listening.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.listening.Silence;
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

  /** Why nothing comes, most likely, and what to do. */
  public static String silence(Page page, Silence silence) {
    return switch (silence) {
      case Silence.AccessEnded(Instant at) -> page.text("listening.silent.access", page.exact(at));
      case Silence.NotAnswered(Instant last, Instant next) ->
          page.text(
              "listening.silent.unanswered",
              last == null ? page.text("listening.silent.never") : page.exact(last),
              next == null ? page.text("listening.silent.soon") : page.exact(next));
      case Silence.Moved(String to, Instant since) ->
          page.text("listening.silent.moved", to, page.exact(since));
      case Silence.Empty(Instant since) -> page.text("listening.silent.empty", page.exact(since));
      case Silence.Repeated(int posts, Instant newest, Instant since) ->
          newest == null
              ? page.text("listening.silent.repeated-undated", posts, page.exact(since))
              : page.text(
                  "listening.silent.repeated", posts, page.exact(newest), page.exact(since));
      case Silence.Edited(Instant since) -> page.text("listening.silent.edited", page.exact(since));
      case Silence.NothingNew(Instant since) ->
          since == null
              ? page.text("listening.silent.nothing")
              : page.text("listening.silent.nothing-since", page.exact(since));
      case Silence.PushedAgain(Instant since) ->
          page.text("listening.silent.pushed-again", page.exact(since));
      case Silence.PushedInVain(Instant since) ->
          page.text("listening.silent.pushed-in-vain", page.exact(since));
      case Silence.NotPushed() -> page.text("listening.silent.not-pushed");
      case Silence.NoWatch() -> page.text("listening.silent.no-watch");
      case Silence.WatchesChanged(List<String> watches) ->
          watches.isEmpty()
              ? page.text("listening.silent.watches-removed")
              : page.text("listening.silent.watches-changed", String.join(", ", watches));
      case Silence.NothingMatches() -> page.text("listening.silent.unmatched");
    };
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
