package org.bedside.approvals;

import java.util.HashMap;
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
    audit("approvals.asked", request, by, Map.of());
  }

  void decided(ApprovalRequest request, Decision decision, SignedIn by) {
    String action =
        switch (decision) {
          case APPROVE -> "approvals.agreed";
          case REFUSE -> "approvals.refused";
        };
    audit(action, request, by, Map.of());
  }

  /** A refusal is already told by the decision. */
  void ended(ApprovalRequest request, Outcome outcome, Why why, @Nullable SignedIn by) {
    switch (outcome) {
      case APPROVED -> audit("approvals.approved", request, by, Map.of());
      case REFUSED -> {}
      case EXPIRED -> audit("approvals.expired", request, by, Map.of());
      case WITHDRAWN -> audit("approvals.withdrawn", request, by, Map.of("value", why.name()));
    }
    events.publishEvent(
        new ApprovalDecided(
            CurrentOrganization.get(),
            request.id(),
            request.about().kind(),
            request.about().id(),
            outcome));
  }

  /** What was agreed to is told by its hash, never by its words. */
  private void audit(
      String action, ApprovalRequest request, @Nullable SignedIn by, Map<String, String> facts) {
    Map<String, String> detail = new HashMap<>(facts);
    detail.put("about", request.about().kind() + ":" + request.about().id());
    detail.put("text", request.about().textHash());
    events.publishEvent(
        new Auditable(
            by == null ? "system" : by.actor(),
            by == null ? "Bedside" : by.name(),
            action,
            "approval:" + request.id(),
            detail));
  }
}
