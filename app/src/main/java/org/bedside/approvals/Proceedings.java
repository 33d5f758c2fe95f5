package org.bedside.approvals;

import java.util.Map;
import org.bedside.approvals.Ending.Why;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit and the other modules what happened to a request. */
@Component
class Proceedings {

  private final ApplicationEventPublisher events;

  Proceedings(ApplicationEventPublisher events) {
    this.events = events;
  }

  void asked(ApprovalRequest request, SignedIn by) {
    audit("approvals.asked", request, by);
  }

  void decided(ApprovalRequest request, Decision decision, SignedIn by) {
    String action =
        switch (decision) {
          case APPROVE -> "approvals.agreed";
          case REFUSE -> "approvals.refused";
        };
    audit(action, request, by);
  }

  void ended(ApprovalRequest request, Outcome outcome, Why why, @Nullable SignedIn by) {
    switch (outcome) {
      case APPROVED -> audit("approvals.approved", request, by);
      case REFUSED -> {} // told by the decision
      case EXPIRED -> audit("approvals.expired", request, by);
      case WITHDRAWN -> audit(withdrawn(why), request, by);
    }
    events.publishEvent(
        new ApprovalDecided(
            CurrentOrganization.get(),
            request.id(),
            request.about().kind(),
            request.about().id(),
            outcome));
  }

  private static String withdrawn(Why why) {
    return switch (why) {
      case TEXT_CHANGED -> "approvals.text-changed";
      case ASKED_ANEW -> "approvals.asked-anew";
      case TAKEN_BACK, DECIDED, TOO_LATE -> "approvals.taken-back";
    };
  }

  /** What was agreed to is told by its hash, never by its words. */
  private void audit(String action, ApprovalRequest request, @Nullable SignedIn by) {
    ApprovalRequest.About about = request.about();
    events.publishEvent(
        new Auditable(
            by == null ? "system" : by.actor(),
            by == null ? "Bedside" : by.name(),
            action,
            "approval:" + request.id(),
            Map.of("concerns", about.kind() + ":" + about.id(), "text-hash", about.textHash())));
  }
}
