package org.bedside.improvement.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.TicketEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with a ticket: for those who work on it, and for the audit. */
@Component
class TicketLog {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TicketLog(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  void record(long ticket, TicketEvent.Kind kind, String was, String now, SignedIn by) {
    jdbc.sql(
            """
            insert into improvement_event (organization_id, ticket_id, kind, was, now, by_id,
              by_name, at)
            values (current_organization(), :ticket, :kind, :was, :now, :by, :name, :at)
            """)
        .param("ticket", ticket)
        .param("kind", kind.name())
        .param("was", was)
        .param("now", now)
        .param("by", by.id())
        .param("name", by.name())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "improvement.ticket-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "ticket:" + ticket,
            detail(kind, was, now)));
  }

  /** What people wrote may quote a post; the audit keeps only that it was written. */
  private static Map<String, String> detail(TicketEvent.Kind kind, String was, String now) {
    return switch (kind) {
      case OPENED -> Map.of("owner", now);
      case HANDED_OVER, POSTPONED -> Map.of("was", was, "now", now);
      case RETITLED, REWORDED, UNDER_WAY, PUT_BACK, CLOSED, REOPENED -> Map.of();
    };
  }

  List<TicketEvent> events(long ticket) {
    return jdbc.sql(
            "select kind, was, now, by_name, at from improvement_event where ticket_id = :ticket"
                + " order by id")
        .param("ticket", ticket)
        .query(
            (row, i) ->
                new TicketEvent(
                    TicketEvent.Kind.valueOf(row.getString("kind")),
                    row.getString("was"),
                    row.getString("now"),
                    row.getString("by_name"),
                    TicketRow.instant(row, "at")))
        .list();
  }
}
