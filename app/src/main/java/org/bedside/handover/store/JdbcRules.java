package org.bedside.handover.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.audit.Auditable;
import org.bedside.handover.HandoverRule;
import org.bedside.handover.HandoverRules;
import org.bedside.handover.Hue;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcRules implements HandoverRules {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  JdbcRules(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public HandoverRule current() {
    return jdbc.sql("select keep_days, link_days, readers, hue, office from handover_rule")
        .query(JdbcRules::rule)
        .optional()
        .orElse(HandoverRule.STANDARD);
  }

  private static HandoverRule rule(ResultSet row, int number) throws SQLException {
    Set<Role> readers =
        Arrays.stream((Object[]) row.getArray("readers").getArray())
            .map(name -> Role.valueOf((String) name))
            .collect(Collectors.toSet());
    return new HandoverRule(
        row.getInt("keep_days"),
        row.getInt("link_days"),
        readers,
        Hue.valueOf(row.getString("hue")),
        row.getString("office"));
  }

  @Override
  @Transactional
  public void change(HandoverRule rule, SignedIn by) {
    String[] readers = rule.readersInOrder().stream().map(Enum::name).toArray(String[]::new);
    jdbc.sql(
            """
            insert into handover_rule
              (organization_id, keep_days, link_days, readers, hue, office)
            values (current_organization(), :keep, :link, :readers, :hue, :office)
            on conflict (organization_id) do update set keep_days = excluded.keep_days,
              link_days = excluded.link_days, readers = excluded.readers, hue = excluded.hue,
              office = excluded.office
            """)
        .param("keep", rule.keepDays())
        .param("link", rule.linkDays())
        .param("readers", readers)
        .param("hue", rule.hue().name())
        .param("office", rule.office())
        .update();
    // Before consent nothing was promised; after it, only for the better.
    jdbc.sql(
            """
            update handover set keep_days = :keep
            where keep_days > :keep or state in ('INVITED', 'OPENED')
            """)
        .param("keep", rule.keepDays())
        .update();
    jdbc.sql(
            """
            update handover
            set erase_at = least(erase_at, ended_at + make_interval(days => :keep))
            where state = 'ENDED'
            """)
        .param("keep", rule.keepDays())
        .update();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "handover.rule-changed",
            "organization:" + by.organization(),
            Map.of(
                "days", Integer.toString(rule.keepDays()),
                "roles", String.join(", ", readers))));
  }
}
