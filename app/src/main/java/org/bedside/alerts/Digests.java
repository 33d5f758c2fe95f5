package org.bedside.alerts;

import java.time.Instant;
import java.time.LocalDate;

/** Summaries of the current organization; call inside a transaction. */
public interface Digests {

  /**
   * Takes the summary of a day; whoever comes second gets none.
   *
   * @return whether nobody had written it
   */
  boolean take(LocalDate day);

  /** What happened in a stretch of time. */
  Figures figures(Instant from, Instant until);

  /**
   * @param opened alerts that opened
   * @param crises how many of them are one
   * @param waiting alerts that are open now, whenever they opened
   */
  record Figures(long opened, long crises, long waiting) {}
}
