package org.bedside.alerts.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.bedside.alerts.AlertsChanged;
import org.bedside.alerts.Escalations;
import org.bedside.alerts.Rota;
import org.bedside.alerts.Tunings;
import org.bedside.database.CurrentOrganization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcEscalations implements Escalations {

  private final JdbcClient jdbc;
  private final Tunings tunings;
  private final Reaching reaching;
  private final ApplicationEventPublisher events;

  JdbcEscalations(
      JdbcClient jdbc, Tunings tunings, Reaching reaching, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.tunings = tunings;
    this.reaching = reaching;
    this.events = events;
  }

  private record Waiting(long id, int opening, int step, int severity, Instant openedAt) {}

  /** Another process that hands on at the same time skips what is held here. */
  @Override
  @Transactional
  public int handOn(Instant now) {
    List<Waiting> waiting =
        jdbc.sql(
                """
                select id, opening, step, severity, opened_at from alert
                where state = 'OPEN' and ask_at <= :now order by ask_at
                limit 200 for update skip locked
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(
                (row, i) ->
                    new Waiting(
                        row.getLong("id"),
                        row.getInt("opening"),
                        row.getInt("step"),
                        row.getInt("severity"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
            .list();
    if (waiting.isEmpty()) {
      return 0;
    }
    Rota rota = reaching.rota();
    int minutes = tunings.current().minutes();
    int handed = 0;
    for (Waiting one : waiting) {
      int step = one.step() + 1;
      boolean more = step <= rota.lastStep();
      jdbc.sql("update alert set step = :step, ask_at = :ask, changed_at = :now where id = :id")
          .param("step", more ? step : one.step())
          .param("ask", more ? now.atOffset(ZoneOffset.UTC).plusMinutes(minutes) : null)
          .param("now", now.atOffset(ZoneOffset.UTC))
          .param("id", one.id())
          .update();
      if (more
          && reaching.handedOn(
              one.id(), one.opening(), step, one.severity(), one.openedAt(), now)) {
        handed++;
      }
    }
    events.publishEvent(new AlertsChanged(CurrentOrganization.get()));
    return handed;
  }
}
