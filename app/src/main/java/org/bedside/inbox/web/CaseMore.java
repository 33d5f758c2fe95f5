package org.bedside.inbox.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.handover.HandoverPanel;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Joins;
import org.bedside.inbox.Notes;
import org.bedside.targets.Rule;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a case shows beside its mentions and judgements.
 *
 * @param rule the target that counts, where there is one
 * @param replies those that somebody else than their writer may see, and the reader's own that came
 *     back, the oldest first
 * @param handover where its private conversations stand
 * @param joins why mentions are in it that can leave it again
 * @param conflict what changed since the version that the reader saw, the newest first; null where
 *     the reader saw this one
 */
public record CaseMore(
    @Nullable Rule rule,
    List<SentReplyView> replies,
    HandoverPanel handover,
    Map<Long, Joins.Why> joins,
    @Nullable List<CaseEvent> conflict,
    UUID reader,
    Instant now) {

  CaseMore since(int version, CaseFile file) {
    if (file.row().version() <= version) {
      return this;
    }
    List<CaseEvent> later =
        file.events().stream().filter(event -> event.version() > version).toList().reversed();
    return new CaseMore(rule, replies, handover, joins, later, reader, now);
  }

  CaseMore with(Rewording attempt) {
    List<SentReplyView> shown =
        replies.stream()
            .map(one -> one.reply().id() == attempt.reply() ? one.with(attempt) : one)
            .toList();
    return new CaseMore(rule, shown, handover, joins, conflict, reader, now);
  }

  /** Whether the reader wrote this note and may still change it. */
  public boolean mayChange(CaseEvent event) {
    return event.kind() == CaseEvent.Kind.NOTE
        && !event.deleted()
        && reader.equals(event.byId())
        && now.isBefore(event.at().plus(Notes.CHANGEABLE));
  }

  /** Whether the timeline shows it; the rest stands in the full history. */
  public static boolean isInTimeline(CaseEvent event) {
    return switch (event.kind()) {
      case NOTE_CHANGED, NOTE_TAKEN_BACK -> false;
      case CaseEvent.Kind other -> true;
    };
  }

  /** The target in a sentence. */
  public static String words(Page page, Rule rule) {
    boolean hours = rule.minutes() % 60 == 0;
    String within =
        hours
            ? page.text("inbox.due.hours", rule.minutes() / 60)
            : page.text("inbox.due.minutes", rule.minutes());
    return page.text(rule.roundTheClock() ? "inbox.due.round" : "inbox.due.business", within);
  }
}
