package org.bedside.approvals.web;

import java.time.Instant;
import java.util.List;
import org.bedside.approvals.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A step on a page.
 *
 * @param rule how many of the seats must agree; empty where there is one
 * @param because why it is asked for, a policy each
 * @param possible whether it can be met by anybody
 */
public record StepView(
    int number,
    Progress.Standing standing,
    String rule,
    List<Seat> seats,
    List<String> because,
    boolean possible) {

  public StepView {
    seats = List.copyOf(seats);
    because = List.copyOf(because);
  }

  /**
   * A party.
   *
   * @param agreed whose agreement counts for it, or null
   */
  public record Seat(String party, @Nullable String agreed, @Nullable Instant at) {}
}
