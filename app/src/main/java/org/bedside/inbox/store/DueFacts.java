package org.bedside.inbox.store;

import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Priority;
import org.bedside.inbox.Triage;
import org.bedside.targets.Facts;
import org.bedside.targets.PostKind;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/** What decides a case's target, from what its row keeps. Pure. */
final class DueFacts {

  private static final double FEW_STARS = 2;

  private DueFacts() {}

  static Facts of(Assessed assessed, Map<UUID, String> networks) {
    return of(
        assessed.judgement().urgency(),
        assessed.judgement().sentiment(),
        assessed.mention().rating(),
        Triage.of(assessed),
        assessed.mention().text(),
        networks.getOrDefault(assessed.mention().source(), ""));
  }

  static Facts of(CaseRow row, Map<UUID, String> networks) {
    return of(
        row.urgency(),
        row.sentiment(),
        row.rating(),
        row.priority(),
        row.preview(),
        networks.getOrDefault(row.source(), ""));
  }

  static Facts of(
      Urgency.Level urgency,
      SentimentLabel sentiment,
      @Nullable Double rating,
      Priority priority,
      String text,
      String network) {
    return new Facts(
        most(urgency, priority),
        kind(sentiment, rating, priority.reason(), text),
        rating == null ? null : (int) Math.floor(rating),
        network);
  }

  /** What was joined to a case can have lifted its priority above what its own mention says. */
  private static Urgency.Level most(Urgency.Level own, Priority priority) {
    return switch (priority.reason()) {
      case "inbox.reason.critical" -> Urgency.Level.CRITICAL;
      case "inbox.reason.high" -> own == Urgency.Level.CRITICAL ? own : Urgency.Level.HIGH;
      case String other -> own;
    };
  }

  private static PostKind kind(
      SentimentLabel sentiment, @Nullable Double rating, String reason, String text) {
    if (sentiment == SentimentLabel.NEGATIVE
        || (rating != null && rating <= FEW_STARS)
        || reason.startsWith("inbox.reason.negative")) {
      return PostKind.COMPLAINT;
    }
    if (reason.equals("inbox.reason.asks") || text.indexOf('?') >= 0 || text.indexOf('؟') >= 0) {
      return PostKind.QUESTION;
    }
    return sentiment == SentimentLabel.POSITIVE ? PostKind.PRAISE : PostKind.OTHER;
  }
}
