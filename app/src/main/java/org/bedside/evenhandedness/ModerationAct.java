package org.bedside.evenhandedness;

import java.util.Arrays;
import java.util.List;

/** What can be done to a review of others, and taken back. */
public enum ModerationAct {
  /** The network was asked to look at it; whether it did anything is for the network to say. */
  REPORTED_TO_NETWORK,
  /** It is shown nowhere on one's own pages. */
  HIDDEN,
  /** Only the words that offend are hidden, the rest is shown. */
  SPAN_HIDDEN,
  /** It was deleted where the organization itself may delete. */
  REMOVED,
  /** What was hidden or removed is there again. */
  RESTORED;

  /** Whether it acts on a review, rather than taking such an act back. */
  public boolean isAgainst() {
    return this != RESTORED;
  }

  /** Those that act on a review, the mildest first. */
  public static List<ModerationAct> against() {
    return Arrays.stream(values()).filter(ModerationAct::isAgainst).toList();
  }
}
