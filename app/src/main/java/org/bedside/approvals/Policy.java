package org.bedside.approvals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A rule about whose agreement something needs before it goes out. */
public record Policy(UUID id, int version, Description what) {

  /** The longest name. */
  public static final int LONGEST_NAME = 120;

  /** The longest time that people may be given. */
  public static final Duration LONGEST = Duration.ofDays(90);

  /**
   * What a policy says.
   *
   * @param steps one after the other, at least one
   * @param allowed for all steps together
   * @param authorMay whether the author's agreement counts where all of several must agree; it
   *     never counts alone
   */
  public record Description(
      String name, Condition when, List<Ask> steps, Duration allowed, boolean authorMay) {

    public Description {
      name = name.strip();
      steps = List.copyOf(steps);
      if (name.isEmpty() || name.length() > LONGEST_NAME || steps.isEmpty()) {
        throw new IllegalArgumentException("A policy has a name and a step");
      }
      if (!allowed.isPositive() || allowed.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("A policy gives some time, and not for ever");
      }
    }
  }
}
