package org.bedside.alerts.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Rota;
import org.bedside.alerts.Tuning;
import org.bedside.alerts.Tunings;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTunings implements Tunings {

  private static final String KEEP =
      """
      insert into alert_tuning (organization_id, kinds, persuasive_from, minutes, oldest_days,
        spike_minimum, quiet_from, quiet_until, messages_per_hour, digest)
      values (current_organization(), :kinds, :from, :minutes, :oldest, :minimum,
        :quietFrom::time, :quietUntil::time, :messages, :digest)
      on conflict (organization_id) do update set kinds = excluded.kinds,
        persuasive_from = excluded.persuasive_from, minutes = excluded.minutes,
        oldest_days = excluded.oldest_days, spike_minimum = excluded.spike_minimum,
        quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
        messages_per_hour = excluded.messages_per_hour, digest = excluded.digest
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  JdbcTunings(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public Tuning current() {
    return jdbc.sql("select * from alert_tuning")
        .query(JdbcTunings::tuning)
        .optional()
        .orElse(Tuning.STANDARD);
  }

  private static Tuning tuning(ResultSet row, int number) throws SQLException {
    Array kinds = row.getArray("kinds");
    Set<AlertKind> chosen = EnumSet.noneOf(AlertKind.class);
    Arrays.stream((Object[]) kinds.getArray())
        .map(kind -> AlertKind.valueOf((String) kind))
        .forEach(chosen::add);
    return new Tuning(
        chosen,
        row.getInt("persuasive_from"),
        row.getInt("minutes"),
        row.getInt("oldest_days"),
        row.getInt("spike_minimum"),
        row.getObject("quiet_from", LocalTime.class),
        row.getObject("quiet_until", LocalTime.class),
        row.getInt("messages_per_hour"),
        Tuning.Digest.valueOf(row.getString("digest")));
  }

  @Override
  @Transactional
  public void change(Tuning tuning, SignedIn by) {
    keep(tuning);
    audit("alerts.tuned", by);
  }

  private void keep(Tuning tuning) {
    jdbc.sql(KEEP)
        .param("kinds", tuning.kinds().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param("from", tuning.persuasiveFrom())
        .param("minutes", tuning.minutes())
        .param("oldest", tuning.oldestDays())
        .param("minimum", tuning.spikeMinimum())
        .param("quietFrom", tuning.quietFrom())
        .param("quietUntil", tuning.quietUntil())
        .param("messages", tuning.messagesPerHour())
        .param("digest", tuning.digest().name())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Rota rota() {
    List<UUID> people =
        jdbc.sql("select member_id from alert_on_call order by position")
            .query((row, i) -> UUID.fromString(row.getString(1)))
            .list();
    Rota.Turn turn =
        jdbc.sql("select turn from alert_tuning")
            .query((row, i) -> Rota.Turn.valueOf(row.getString(1)))
            .optional()
            .orElse(Rota.Turn.NEVER);
    return new Rota(people, turn);
  }

  @Override
  @Transactional
  public void change(Rota rota, SignedIn by) {
    jdbc.sql("delete from alert_on_call").update();
    for (int i = 0; i < rota.people().size(); i++) {
      jdbc.sql(
              """
              insert into alert_on_call (organization_id, position, member_id)
              values (current_organization(), :position, :member)
              """)
          .param("position", i)
          .param("member", rota.people().get(i))
          .update();
    }
    keep(current());
    jdbc.sql("update alert_tuning set turn = :turn").param("turn", rota.turn().name()).update();
    audit("alerts.rota-changed", by);
  }

  private void audit(String action, SignedIn by) {
    events.publishEvent(
        new Auditable(
            by.actor(), by.name(), action, "organization:" + by.organization(), Map.of()));
  }
}
