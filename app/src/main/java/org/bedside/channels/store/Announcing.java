package org.bedside.channels.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.channels.Delivery;
import org.bedside.channels.DeliveryChanged;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what became of deliveries, in the transaction that stores it. */
@Component
class Announcing {

  /** What a statement that changes deliveries returns, so that it can be told. */
  static final String RETURNING = " returning id, key, state";

  private final ApplicationEventPublisher events;

  Announcing(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** A delivery that changed. */
  record Change(UUID id, UUID key, Delivery.State state) {

    static Change of(ResultSet row, int number) throws SQLException {
      return new Change(
          row.getObject("id", UUID.class),
          row.getObject("key", UUID.class),
          Delivery.State.valueOf(row.getString("state")));
    }
  }

  /** Whether there was any change to tell. */
  boolean tell(List<Change> changes) {
    changes.forEach(
        change ->
            events.publishEvent(
                new DeliveryChanged(
                    CurrentOrganization.get(), change.id(), change.key(), change.state())));
    return !changes.isEmpty();
  }

  /** As {@link #tell}, and who did it. */
  boolean tell(List<Change> changes, String deed, SignedIn by) {
    changes.forEach(change -> record(by.actor(), by.name(), deed, "delivery:" + change.id()));
    return tell(changes);
  }

  /** As {@link #tell}, where the software did it. */
  boolean tell(List<Change> changes, String deed) {
    changes.forEach(change -> record("system", "Bedside", deed, "delivery:" + change.id()));
    return tell(changes);
  }

  void record(String actor, String name, String deed, String subject) {
    events.publishEvent(new Auditable(actor, name, "channels." + deed, subject, Map.of()));
  }
}
