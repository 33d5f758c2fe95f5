package org.bedside.alerts.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.alerts.MailChoice;
import org.bedside.alerts.MailChoices;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMailChoices implements MailChoices {

  private static final String KEEP =
      """
      insert into alert_channel (id, organization_id, name, least, created_at, member_id, choice)
      values (:id, current_organization(), '', 1, :now, :member, :choice)
      on conflict (organization_id, member_id)
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcMailChoices(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public MailChoice of(UUID member) {
    return jdbc.sql("select choice from alert_channel where member_id = :member")
        .param("member", member)
        .query((row, i) -> MailChoice.valueOf(row.getString(1)))
        .optional()
        .orElse(MailChoice.ON_CALL);
  }

  @Override
  @Transactional
  public void choose(MailChoice choice, SignedIn by) {
    keep(KEEP + "do update set choice = excluded.choice", by.id(), choice, clock.instant());
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "alerts.mail-chosen",
            "member:" + by.id(),
            Map.of("choice", choice.name())));
  }

  /** So that somebody who never chose can be told what is handed to them. */
  void known(UUID member, Instant now) {
    keep(KEEP + "do nothing", member, MailChoice.ON_CALL, now);
  }

  private void keep(String sql, UUID member, MailChoice choice, Instant now) {
    jdbc.sql(sql)
        .param("id", UUID.randomUUID())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("member", member)
        .param("choice", choice.name())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<UUID> members(MailChoice choice) {
    return jdbc.sql("select member_id from alert_channel where choice = :choice order by 1")
        .param("choice", choice.name())
        .query((row, i) -> UUID.fromString(row.getString(1)))
        .list();
  }
}
