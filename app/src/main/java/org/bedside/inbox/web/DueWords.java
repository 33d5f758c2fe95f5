package org.bedside.inbox.web;

import java.time.Duration;
import java.time.Instant;
import org.bedside.ui.Page;

/** How far away a time is, as people say it. */
public final class DueWords {

  private DueWords() {}

  /** "in 3 hours", or "2 hours ago" where it has passed. */
  public static String relative(Page page, Instant at, Instant now) {
    Duration left = Duration.between(now, at);
    if (left.isNegative()) {
      return page.ago(at);
    }
    if (left.toMinutes() < 60) {
      return page.text("inbox.due.in-minutes", Math.max(1, left.toMinutes()));
    }
    return left.toHours() < 48
        ? page.text("inbox.due.in-hours", left.toHours())
        : page.text("inbox.due.in-days", left.toDays());
  }
}
