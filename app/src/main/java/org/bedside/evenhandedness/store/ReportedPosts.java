package org.bedside.evenhandedness.store;

import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.inbox.Moderation;
import org.bedside.inbox.PostReported;
import org.bedside.listening.Mentions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is reported in the moderation queue stands in the ledger with it: a report that nobody
 * enters a second time would be missing from the rates. What was reported before is there already.
 */
@Component
class ReportedPosts {

  private final Ledger ledger;
  private final Mentions mentions;
  private final ReviewFacts facts;

  ReportedPosts(Ledger ledger, Mentions mentions, ReviewFacts facts) {
    this.ledger = ledger;
    this.mentions = mentions;
    this.facts = facts;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PostReported event) {
    mentions
        .find(event.mention())
        .ifPresent(
            review -> {
              facts.actedOn(review);
              if (ledger.of(review.id()).stream().noneMatch(ReportedPosts::isReport)) {
                ledger.record(
                    review.id(),
                    ModerationAct.REPORTED_TO_NETWORK,
                    published(event.reason()),
                    null,
                    event.by());
              }
            });
  }

  private static boolean isReport(LedgerEntry entry) {
    return entry.act() == ModerationAct.REPORTED_TO_NETWORK;
  }

  private static ModerationReason published(Moderation.Reason reason) {
    return switch (reason) {
      case ABUSE -> ModerationReason.ABUSE;
      case PRIVATE_INFORMATION -> ModerationReason.PRIVATE_INFORMATION;
      case UNRELATED -> ModerationReason.UNRELATED;
      case FAKE -> ModerationReason.FAKE;
    };
  }
}
