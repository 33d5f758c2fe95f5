package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.evenhandedness.ActRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActRulesTest {

  private static final String TEXT = "Call Dr Larch at 555-201-9931, she is kind.";
  private static final HiddenSpan NUMBER = new HiddenSpan(17, 29);

  private final List<LedgerEntry> entries = new ArrayList<>();

  @Test
  void theSameActIsRefusedUntilItIsTakenBack() {
    does(ModerationAct.HIDDEN, ModerationReason.ABUSE, null);
    refuses(Why.ALREADY_RECORDED, ModerationAct.HIDDEN, ModerationReason.FAKE, null);

    does(ModerationAct.RESTORED, ModerationReason.DECIDED_WRONGLY, null);
    does(ModerationAct.HIDDEN, ModerationReason.ABUSE, null);
  }

  @Test
  void aReportCantBeUntoldAndIsMadeOnce() {
    does(ModerationAct.REPORTED_TO_NETWORK, ModerationReason.FAKE, null);

    refuses(Why.NOTHING_TO_RESTORE, ModerationAct.RESTORED, ModerationReason.DECIDED_WRONGLY, null);
    does(ModerationAct.REMOVED, ModerationReason.FAKE, null);
    does(ModerationAct.RESTORED, ModerationReason.DECIDED_WRONGLY, null);
    refuses(Why.ALREADY_RECORDED, ModerationAct.REPORTED_TO_NETWORK, ModerationReason.FAKE, null);
  }

  @Test
  void otherWordsOfTheSameReviewMayBeHiddenToo() {
    does(ModerationAct.SPAN_HIDDEN, ModerationReason.PRIVATE_INFORMATION, NUMBER);

    refuses(
        Why.ALREADY_RECORDED,
        ModerationAct.SPAN_HIDDEN,
        ModerationReason.PRIVATE_INFORMATION,
        NUMBER);
    does(ModerationAct.SPAN_HIDDEN, ModerationReason.PRIVATE_INFORMATION, new HiddenSpan(5, 13));
  }

  @Test
  void hidingEveryWordIsNotHidingWords() {
    refuses(
        Why.SPAN_IS_EVERYTHING,
        ModerationAct.SPAN_HIDDEN,
        ModerationReason.ABUSE,
        new HiddenSpan(0, TEXT.length()));
    refuses(
        Why.SPAN_OUTSIDE,
        ModerationAct.SPAN_HIDDEN,
        ModerationReason.ABUSE,
        new HiddenSpan(40, TEXT.length() + 1));
    refuses(Why.SPAN_MISSING, ModerationAct.SPAN_HIDDEN, ModerationReason.ABUSE, null);
    refuses(Why.SPAN_NOT_ASKED_FOR, ModerationAct.REMOVED, ModerationReason.ABUSE, NUMBER);
  }

  @Test
  void aReasonForTakingBackIsNoneForRemoving() {
    refuses(
        Why.REASON_OF_ANOTHER_ACT, ModerationAct.REMOVED, ModerationReason.DECIDED_WRONGLY, null);
    does(ModerationAct.REMOVED, ModerationReason.UNRELATED, null);
    refuses(Why.REASON_OF_ANOTHER_ACT, ModerationAct.RESTORED, ModerationReason.UNRELATED, null);
  }

  private void does(ModerationAct act, ModerationReason reason, @Nullable HiddenSpan span) {
    ActRules.check(entries, act, reason, span, TEXT);
    entries.add(
        new LedgerEntry(
            entries.size() + 1,
            7,
            "Reviews",
            Instant.EPOCH,
            act,
            span,
            1,
            reason,
            5,
            null,
            "Maren",
            Instant.EPOCH));
  }

  private void refuses(
      Why why, ModerationAct act, ModerationReason reason, @Nullable HiddenSpan span) {
    assertThatThrownBy(() -> ActRules.check(entries, act, reason, span, TEXT))
        .isInstanceOfSatisfying(
            ActRefusedException.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
