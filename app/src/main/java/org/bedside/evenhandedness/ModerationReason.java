package org.bedside.evenhandedness;

import java.util.Arrays;
import java.util.List;

/**
 * Why a review was acted on: a closed list that is published, so that it can be applied equally.
 *
 * <p>Source: 16 CFR 465.7 forbids suppressing reviews by rating or sentiment; what stays allowed is
 * removing what is abusive, private, unrelated or fake by criteria that hold for every review. The
 * public wording of each is the message {@code ledger.reason.<name>.published}.
 */
public enum ModerationReason {
  ABUSE,
  PRIVATE_INFORMATION,
  UNRELATED,
  FAKE,
  /** For taking an act back: no published reason applied. */
  DECIDED_WRONGLY,
  /** For taking an act back: the writer changed what the reason rested on. */
  NO_LONGER_APPLIES;

  /** Whether it is a reason for this act: two of them only take acts back. */
  public boolean fits(ModerationAct act) {
    return act.isAgainst() == isForActing();
  }

  private boolean isForActing() {
    return switch (this) {
      case ABUSE, PRIVATE_INFORMATION, UNRELATED, FAKE -> true;
      case DECIDED_WRONGLY, NO_LONGER_APPLIES -> false;
    };
  }

  /** The published reasons for acting on a review. */
  public static List<ModerationReason> published() {
    return Arrays.stream(values()).filter(ModerationReason::isForActing).toList();
  }

  /** The reasons for taking an act back. */
  public static List<ModerationReason> restoring() {
    return Arrays.stream(values()).filter(reason -> !reason.isForActing()).toList();
  }
}
