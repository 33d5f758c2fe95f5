package org.bedside.alerts.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.Alert;
import org.bedside.alerts.AlertState;
import org.bedside.alerts.Alerts;
import org.bedside.alerts.AlertsChanged;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcAlerts implements Alerts {

  private final JdbcClient jdbc;
  private final AlertRows rows;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcAlerts(JdbcClient jdbc, AlertRows rows, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Alert> list(AlertState state, int most) {
    String order =
        state == AlertState.OPEN
            ? " where state = :state order by severity desc, due_at, id desc limit :most"
            : " where state = :state order by changed_at desc, id desc limit :most";
    return jdbc.sql(AlertRows.SELECT + order)
        .param("state", state.name())
        .param("most", most)
        .query(rows::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Alert> find(long id) {
    return jdbc.sql(AlertRows.SELECT + " where id = :id")
        .param("id", id)
        .query(rows::read)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<AlertState, Long> counts() {
    Map<AlertState, Long> counts = new EnumMap<>(AlertState.class);
    jdbc.sql("select state, count(*) from alert group by state")
        .query(
            row -> {
              counts.put(AlertState.valueOf(row.getString(1)), row.getLong(2));
            });
    return counts;
  }

  @Override
  @Transactional(readOnly = true)
  public long open() {
    return jdbc.sql("select count(*) from alert where state = 'OPEN'")
        .query((row, i) -> row.getLong(1))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public int since(Instant since) {
    return jdbc.sql(
            """
            select count(*) from (select 1 from alert
              where state = 'OPEN' and opened_at > :since limit 1000) fresh
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, i) -> row.getInt(1))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Alert> openedSince(Instant since, int most) {
    return jdbc.sql(
            AlertRows.SELECT
                + """
                 where state = 'OPEN' and opened_at > :since
                order by severity desc, id desc limit :most
                """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(rows::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Step> steps(long alert) {
    return jdbc.sql(
            """
            select step, member_id, member_name, at from alert_step
            where alert_id = :alert order by opening, step
            """)
        .param("alert", alert)
        .query(
            (row, i) ->
                new Step(
                    row.getInt("step"),
                    row.getObject("member_id", UUID.class),
                    row.getString("member_name"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  @Transactional
  public boolean acknowledge(long id, SignedIn by) {
    return did(
        """
        update alert set state = 'ACKNOWLEDGED', acknowledged_at = :now, acknowledged_by = :by,
          acknowledged_name = :name, due_at = null, ask_at = null, changed_at = :now
        where id = :id and state = 'OPEN'
        """,
        id,
        by,
        "alerts.acknowledged");
  }

  @Override
  @Transactional
  public boolean close(long id, SignedIn by) {
    return did(
        """
        update alert set state = 'CLOSED', closed_at = :now, closed_by = :by,
          closed_name = :name, closed_why = 'PERSON', due_at = null, ask_at = null,
          changed_at = :now
        where id = :id and state <> 'CLOSED'
        """,
        id,
        by,
        "alerts.closed");
  }

  private boolean did(String sql, long id, SignedIn by, String action) {
    int changed =
        jdbc.sql(sql)
            .param("id", id)
            .param("by", by.id())
            .param("name", by.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (changed > 0) {
      events.publishEvent(new Auditable(by.actor(), by.name(), action, "alert:" + id, Map.of()));
      events.publishEvent(new AlertsChanged(CurrentOrganization.get()));
    }
    return changed > 0;
  }
}
