package org.bedside.alerts.web;

import java.time.Instant;
import java.util.List;
import org.bedside.alerts.Alert;
import org.bedside.ui.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * The right half of the page: an alert with its reasons.
 *
 * @param text the post with the words that count marked; null for a spike, or where it is gone
 * @param lang its language as a BCP 47 tag, where it is known
 * @param caseId of the inbox; null where there is none
 * @param protocol what to do, whom to call, what not to write; empty but for a crisis
 */
public record AlertView(
    Alert alert,
    AlertLine line,
    List<Reason> parts,
    List<Cause> drivers,
    @Nullable MarkedText text,
    @Nullable String lang,
    @Nullable String author,
    @Nullable Long caseId,
    List<Chapter> protocol,
    List<Handed> steps) {

  public AlertView {
    parts = List.copyOf(parts);
    drivers = List.copyOf(drivers);
    protocol = List.copyOf(protocol);
    steps = List.copyOf(steps);
  }

  /**
   * One part of why it alerted.
   *
   * @param share 0 to 1, where the part is one of several that add up; else negative
   * @param counts what it adds to the whole, in points of 100
   */
  public record Reason(String name, String words, double share, String counts) {

    public boolean isAdded() {
      return share >= 0;
    }
  }

  /** Something that drives a spike, in the reader's language. */
  public record Cause(String kind, String name, String words) {}

  /** A part of a protocol. */
  public record Chapter(String title, List<String> lines) {
    public Chapter {
      lines = List.copyOf(lines);
    }
  }

  /** Whom it was handed to. */
  public record Handed(String words, Instant at) {}
}
