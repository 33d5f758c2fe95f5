package org.bedside.targets.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Organizations;
import org.bedside.identity.SignedIn;
import org.bedside.targets.Holiday;
import org.bedside.targets.Hours;
import org.bedside.targets.Opening;
import org.bedside.targets.PostKind;
import org.bedside.targets.Rule;
import org.bedside.targets.TargetPlan;
import org.bedside.targets.Targets;
import org.bedside.targets.TargetsChanged;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTargets implements Targets {

  private static final int CLOSED = -1;

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;

  JdbcTargets(JdbcClient jdbc, Organizations organizations, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public TargetPlan current() {
    Optional<Map<DayOfWeek, Opening>> week =
        jdbc.sql("select opens, closes from target_plan").query(JdbcTargets::week).optional();
    return new TargetPlan(
        week.isEmpty() ? TargetPlan.STANDARD : rules(),
        week.map(chosen -> new Hours(chosen, holidays())).orElse(Hours.STANDARD),
        organizations.current().zone());
  }

  private List<Rule> rules() {
    return jdbc.sql("select * from target_rule order by position")
        .query(
            (row, i) -> {
              String kind = row.getString("kind");
              return new Rule(
                  Urgency.Level.valueOf(row.getString("urgency")),
                  kind == null ? null : PostKind.valueOf(kind),
                  row.getObject("stars", Integer.class),
                  row.getString("network"),
                  row.getInt("minutes"),
                  row.getBoolean("round_the_clock"));
            })
        .list();
  }

  private List<Holiday> holidays() {
    return jdbc.sql("select day, name, opens, closes from target_holiday order by day")
        .query(
            (row, i) ->
                new Holiday(
                    row.getObject("day", LocalDate.class),
                    row.getString("name"),
                    opening(row.getInt("opens"), row.getInt("closes"))))
        .list();
  }

  private static Map<DayOfWeek, Opening> week(ResultSet row, int index) throws SQLException {
    Integer[] opens = (Integer[]) row.getArray("opens").getArray();
    Integer[] closes = (Integer[]) row.getArray("closes").getArray();
    Map<DayOfWeek, Opening> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      Opening opening = opening(opens[day.getValue() - 1], closes[day.getValue() - 1]);
      if (opening != null) {
        week.put(day, opening);
      }
    }
    return week;
  }

  private static @Nullable Opening opening(int opens, int closes) {
    return opens == CLOSED ? null : new Opening(opens, closes);
  }

  @Override
  @Transactional
  public void change(List<Rule> rules, SignedIn by) {
    TargetPlan before = current();
    keep(before.hours());
    keep(rules);
    changed("targets.rules-changed", Map.of("rules", Integer.toString(rules.size())), by);
  }

  @Override
  @Transactional
  public void change(Hours hours, SignedIn by) {
    TargetPlan before = current();
    keep(hours);
    keep(before.rules());
    changed(
        "targets.hours-changed", Map.of("holidays", Integer.toString(hours.holidays().size())), by);
  }

  private void keep(Hours hours) {
    jdbc.sql(
            """
            insert into target_plan (organization_id, opens, closes)
            values (current_organization(), :opens, :closes)
            on conflict (organization_id) do update set opens = excluded.opens,
              closes = excluded.closes
            """)
        .param("opens", minutes(hours, true))
        .param("closes", minutes(hours, false))
        .update();
    jdbc.sql("delete from target_holiday").update();
    for (Holiday holiday : hours.holidays()) {
      Opening opening = holiday.opening();
      jdbc.sql(
              """
              insert into target_holiday (organization_id, day, name, opens, closes)
              values (current_organization(), :day, :name, :opens, :closes)
              """)
          .param("day", holiday.day())
          .param("name", holiday.name().replace('\u0000', ' '))
          .param("opens", opening == null ? CLOSED : opening.from())
          .param("closes", opening == null ? CLOSED : opening.until())
          .update();
    }
  }

  private static Integer[] minutes(Hours hours, boolean opens) {
    return Arrays.stream(DayOfWeek.values())
        .map(hours::on)
        .map(one -> one == null ? CLOSED : opens ? one.from() : one.until())
        .toArray(Integer[]::new);
  }

  private void keep(List<Rule> rules) {
    jdbc.sql("delete from target_rule").update();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      jdbc.sql(
              """
              insert into target_rule (organization_id, position, urgency, kind, stars, network,
                minutes, round_the_clock)
              values (current_organization(), :position, :urgency, :kind, :stars, :network,
                :minutes, :round)
              """)
          .param("position", i)
          .param("urgency", rule.urgency().name())
          .param("kind", rule.kind() == null ? null : rule.kind().name())
          .param("stars", rule.stars(), java.sql.Types.INTEGER)
          .param("network", rule.network())
          .param("minutes", rule.minutes())
          .param("round", rule.roundTheClock())
          .update();
    }
  }

  private void changed(String action, Map<String, String> values, SignedIn by) {
    events.publishEvent(
        new Auditable(by.actor(), by.name(), action, "organization:" + by.organization(), values));
    events.publishEvent(new TargetsChanged(CurrentOrganization.get()));
  }
}
