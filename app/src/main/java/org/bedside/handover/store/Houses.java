package org.bedside.handover.store;

import org.bedside.handover.HandoverRules;
import org.bedside.handover.House;
import org.bedside.identity.Organizations;
import org.springframework.stereotype.Component;

/** The current organization as its public page names it. */
@Component
class Houses {

  private final Organizations organizations;
  private final HandoverRules rules;

  Houses(Organizations organizations, HandoverRules rules) {
    this.organizations = organizations;
    this.rules = rules;
  }

  House current() {
    Organizations.Details details = organizations.current();
    return new House(details.id(), details.name(), details.zone(), rules.current());
  }
}
