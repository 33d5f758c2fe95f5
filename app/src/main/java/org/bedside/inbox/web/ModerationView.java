package org.bedside.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.inbox.Moderation;
import org.bedside.inbox.Signal;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The queue of the moderators.
 *
 * @param sources names by id
 * @param next the address of the page after it, or null
 * @param words whether any word is watched for
 */
public record ModerationView(
    List<Moderation.Item> items,
    Map<UUID, String> sources,
    List<Member> members,
    @Nullable String next,
    boolean isFirst,
    boolean words) {

  public String source(Moderation.Item item) {
    return sources.getOrDefault(item.row().source(), "");
  }

  public Moderation.Reason[] reasons() {
    return Moderation.Reason.values();
  }

  /** A signal as a sentence. */
  public String words(Page page, Signal signal) {
    return switch (signal.kind()) {
      case WATCHED_WORDS ->
          page.text("moderation.signal.words", "“" + String.join("”, “", signal.facts()) + "”");
      case OFFENSIVE ->
          page.text(
              "moderation.signal.offensive", Words.confidence(page, number(signal, 0) / 100.0));
      case LINKS -> page.text("moderation.signal.links", number(signal, 0));
      case DUPLICATES -> page.text("moderation.signal.duplicates", number(signal, 0));
      case WRITER ->
          page.text(
              "moderation.signal.writer",
              number(signal, 0),
              page.percent(
                  number(signal, 0) == 0 ? 0 : (double) number(signal, 1) / number(signal, 0)),
              number(signal, 2));
    };
  }

  private static int number(Signal signal, int index) {
    return index < signal.facts().size() ? Integer.parseInt(signal.facts().get(index)) : 0;
  }
}
