package org.bedside.evenhandedness;

import java.util.ArrayList;
import java.util.List;
import org.bedside.evenhandedness.ActRefusedException.Why;
import org.jspecify.annotations.Nullable;

/** Which act may follow on which. Pure. */
public final class ActRules {

  private ActRules() {}

  /**
   * Lets an act pass or says what stands against it.
   *
   * @param earlier what was recorded about the review, oldest first
   * @param text of the review
   * @throws ActRefusedException where it may not be recorded
   */
  public static void check(
      List<LedgerEntry> earlier,
      ModerationAct act,
      ModerationReason reason,
      @Nullable HiddenSpan span,
      String text) {
    if (!reason.fits(act)) {
      throw new ActRefusedException(Why.REASON_OF_ANOTHER_ACT);
    }
    checkSpan(act, span, text);
    List<LedgerEntry> inForce = inForce(earlier);
    switch (act) {
      case RESTORED -> {
        if (inForce.stream().noneMatch(ActRules::canBeTakenBack)) {
          throw new ActRefusedException(Why.NOTHING_TO_RESTORE);
        }
      }
      case REPORTED_TO_NETWORK, HIDDEN, SPAN_HIDDEN, REMOVED -> {
        if (inForce.stream().anyMatch(one -> isSame(one, act, span))) {
          throw new ActRefusedException(Why.ALREADY_RECORDED);
        }
      }
    }
  }

  /**
   * The acts that were not taken back.
   *
   * @param entries of one review, oldest first
   */
  public static List<LedgerEntry> inForce(List<LedgerEntry> entries) {
    List<LedgerEntry> inForce = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry.act().isAgainst()) {
        inForce.add(entry);
      } else {
        inForce.removeIf(ActRules::canBeTakenBack);
      }
    }
    return List.copyOf(inForce);
  }

  /** Whether restoring is possible: what a network was told can't be untold. */
  public static boolean canBeTakenBack(LedgerEntry entry) {
    return switch (entry.act()) {
      case HIDDEN, SPAN_HIDDEN, REMOVED -> true;
      case REPORTED_TO_NETWORK, RESTORED -> false;
    };
  }

  private static boolean isSame(LedgerEntry entry, ModerationAct act, @Nullable HiddenSpan span) {
    return entry.act() == act && (span == null || span.equals(entry.span()));
  }

  private static void checkSpan(ModerationAct act, @Nullable HiddenSpan span, String text) {
    if (act != ModerationAct.SPAN_HIDDEN) {
      if (span != null) {
        throw new ActRefusedException(Why.SPAN_NOT_ASKED_FOR);
      }
      return;
    }
    if (span == null) {
      throw new ActRefusedException(Why.SPAN_MISSING);
    }
    if (span.end() > text.length()) {
      throw new ActRefusedException(Why.SPAN_OUTSIDE);
    }
    boolean restIsBlank =
        text.substring(0, span.start()).isBlank() && text.substring(span.end()).isBlank();
    if (restIsBlank) {
      throw new ActRefusedException(Why.SPAN_IS_EVERYTHING);
    }
  }
}
