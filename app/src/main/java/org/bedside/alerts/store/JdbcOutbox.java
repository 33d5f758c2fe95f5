package org.bedside.alerts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOutbox implements Outbox {

  private static final String TAKE =
      """
      select n.alert_id, n.opening, n.step, a.kind, a.about, a.severity, a.location_id,
        coalesce((select s.member_name from alert_step s where s.alert_id = n.alert_id
          and s.opening = n.opening and s.step = n.step), '') as person
      from alert_notice n join alert a on a.id = n.alert_id
      where n.channel_id = :channel and n.message_id is null and (n.crisis or not :crisesOnly)
      order by n.created_at, n.alert_id, n.step limit 500
      for update of n skip locked
      """;

  private final JdbcClient jdbc;

  JdbcOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void dropSettled() {
    jdbc.sql(
            """
            delete from alert_notice n using alert a
            where a.id = n.alert_id and n.message_id is null
              and (a.state <> 'OPEN' or a.opening <> n.opening)
            """)
        .update();
  }

  @Override
  public List<Backlog> backlogs(Instant now) {
    return jdbc.sql(
            """
            select w.channel_id,
              (select c.member_id from alert_channel c where c.id = w.channel_id) as member_id,
              (select max(m.created_at) from alert_message m where m.channel_id = w.channel_id)
                as last_at,
              (select count(*) from alert_message m where m.channel_id = w.channel_id
                and m.created_at > :hour) as in_an_hour
            from (select distinct channel_id from alert_notice where message_id is null) w
            order by w.channel_id
            """)
        .param("hour", utc(now.minus(Duration.ofHours(1))))
        .query(
            (row, i) ->
                new Backlog(
                    row.getObject("channel_id", UUID.class),
                    row.getObject("member_id", UUID.class),
                    AlertRows.instant(row, "last_at"),
                    row.getInt("in_an_hour")))
        .list();
  }

  @Override
  public List<Notice> take(UUID channel, boolean crisesOnly) {
    return jdbc.sql(TAKE)
        .param("channel", channel)
        .param("crisesOnly", crisesOnly)
        .query(JdbcOutbox::notice)
        .list();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        row.getLong("alert_id"),
        row.getInt("opening"),
        row.getInt("step"),
        AlertKind.valueOf(row.getString("kind")),
        row.getString("about"),
        row.getInt("severity"),
        row.getObject("location_id", UUID.class),
        row.getString("person"));
  }

  @Override
  public UUID settle(UUID channel, List<Notice> notices, Instant now) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into alert_message (id, organization_id, channel_id, created_at)
            values (:id, current_organization(), :channel, :now)
            """)
        .param("id", id)
        .param("channel", channel)
        .param("now", utc(now))
        .update();
    for (Notice notice : notices) {
      jdbc.sql(
              """
              update alert_notice set message_id = :id where channel_id = :channel
                and alert_id = :alert and opening = :opening and step = :step
              """)
          .param("id", id)
          .param("channel", channel)
          .param("alert", notice.alert())
          .param("opening", notice.opening())
          .param("step", notice.step())
          .update();
    }
    return id;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
