package org.bedside.inbox.store;

import java.util.Map;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit what was done to the things that the inbox is arranged with. */
@Component
class Recorded {

  private final ApplicationEventPublisher events;

  Recorded(ApplicationEventPublisher events) {
    this.events = events;
  }

  void by(SignedIn who, String action, String subject, String name) {
    events.publishEvent(
        new Auditable(who.actor(), who.name(), action, subject, Map.of("value", name)));
  }
}
