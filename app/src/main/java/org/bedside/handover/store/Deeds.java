package org.bedside.handover.store;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written down of each step, and the step that leaves nothing: erasing. */
@Component
class Deeds {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Deeds(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  void by(SignedIn who, String action, UUID conversation, Map<String, String> detail) {
    write(who.actor(), who.name(), action, conversation, detail);
  }

  /** The one who was invited did it. Who that is nobody knows here, nor should the audit. */
  void byVisitor(String action, UUID conversation, Map<String, String> detail) {
    write("link:" + conversation, "Private link", action, conversation, detail);
  }

  void byItself(String action, UUID conversation) {
    write("system", "Bedside", action, conversation, Map.of());
  }

  private void write(
      String actor, String name, String action, UUID conversation, Map<String, String> detail) {
    events.publishEvent(new Auditable(actor, name, action, "handover:" + conversation, detail));
  }

  /**
   * Erases words and key; a stub stays. Does nothing where a hold is on it or nothing is left.
   *
   * @return whether it was erased
   */
  boolean erase(UUID conversation) {
    int erased =
        jdbc.sql(
                """
                update handover set state = 'ERASED', erased_at = :now, changed_at = :now,
                  ended_at = coalesce(ended_at, :now), erase_at = null, browser_hash = null,
                  sealed_key = null, sealed_contact = null, sealed_email = null, notice = false,
                  sealed_note = null
                where id = :id and held_at is null and sealed_key is not null
                """)
            .param("now", Rows.utc(clock.instant()))
            .param("id", conversation)
            .update();
    if (erased > 0) {
      jdbc.sql("delete from handover_message where handover_id = :id")
          .param("id", conversation)
          .update();
    }
    return erased > 0;
  }
}
