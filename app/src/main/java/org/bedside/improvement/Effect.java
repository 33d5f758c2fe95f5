package org.bedside.improvement;

import java.time.Duration;
import java.time.Instant;

/** What changed in what is said of a closed ticket's topic, if that can be told. */
public sealed interface Effect {

  /** The longest time that is looked at on either side. */
  Duration LONGEST = Duration.ofDays(84);

  /** From so many mentions on each side a difference says something. */
  int SURE_FROM = 30;

  /**
   * Enough was said on both sides, in the same length of time.
   *
   * @param days that length
   */
  record Told(Said before, Said after, long days) implements Effect {

    /** Whether so little was said that a difference may be chance. */
    public boolean mayBeChance() {
      return Math.min(before.mentions(), after.mentions()) < SURE_FROM;
    }
  }

  /**
   * Fewer than {@value RollUp#FEWEST} mentions on one side so far.
   *
   * @param days since it was closed
   * @param of days after which no more are waited for
   */
  record TooEarly(long days, long of) implements Effect {}

  /**
   * Fewer than {@value RollUp#FEWEST} mentions on one side, and no more are waited for.
   *
   * @param days looked at on either side
   */
  record TooFew(long days) implements Effect {}

  /**
   * One side.
   *
   * @param negative how many speak ill of it
   * @param positive how many speak well of it
   */
  record Said(long mentions, long negative, long positive) {

    /** From -1, all speak ill of it, to 1, all speak well of it. */
    public double mean() {
      return mentions == 0 ? 0 : (double) (positive - negative) / mentions;
    }

    /** 0 to 1. */
    public double shareNegative() {
      return mentions == 0 ? 0 : (double) negative / mentions;
    }
  }

  /** How far to look on either side of a ticket that was closed then. */
  static Duration length(Instant closed, Instant now) {
    Duration since = Duration.between(closed, now);
    return since.compareTo(LONGEST) > 0 ? LONGEST : since;
  }

  /** Judges what was counted in {@code length} on either side. */
  static Effect of(Said before, Said after, Duration length) {
    if (Math.min(before.mentions(), after.mentions()) >= RollUp.FEWEST) {
      return new Told(before, after, length.toDays());
    }
    return length.compareTo(LONGEST) < 0
        ? new TooEarly(length.toDays(), LONGEST.toDays())
        : new TooFew(length.toDays());
  }
}
