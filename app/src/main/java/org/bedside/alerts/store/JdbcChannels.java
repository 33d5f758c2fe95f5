package org.bedside.alerts.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.Channels;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcChannels implements Channels {

  private static final String SELECT =
      """
      select id, name, host, least, delivered_at, failed_at, error_code, error_detail
      from alert_channel where member_id is null
      """;

  private final JdbcClient jdbc;
  private final SealedChannel sealed;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcChannels(
      JdbcClient jdbc, SealedChannel sealed, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Channel> all() {
    return jdbc.sql(SELECT + " order by lower(name), id").query(JdbcChannels::channel).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Channel> find(UUID id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("id", id)
        .query(JdbcChannels::channel)
        .optional();
  }

  @Override
  @Transactional
  public UUID add(String name, URI address, String secret, int least, SignedIn by) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into alert_channel (id, organization_id, name, host, sealed, least, created_at)
            values (:id, current_organization(), :name, :host, :sealed, :least, :now)
            """)
        .param("id", id)
        .param("name", name)
        .param("host", address.getHost())
        .param("sealed", sealed.seal(id, address, secret))
        .param("least", least)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit("alerts.channel-added", id, name, by);
    return id;
  }

  @Override
  @Transactional
  public boolean remove(UUID id, SignedIn by) {
    Optional<Channel> channel = find(id);
    if (channel.isEmpty()) {
      return false;
    }
    jdbc.sql("delete from alert_channel where id = :id").param("id", id).update();
    audit("alerts.channel-removed", id, channel.get().name(), by);
    return true;
  }

  private void audit(String action, UUID id, String name, SignedIn by) {
    events.publishEvent(
        new Auditable(by.actor(), by.name(), action, "alert-channel:" + id, Map.of("name", name)));
  }

  private static Channel channel(ResultSet row, int number) throws SQLException {
    return new Channel(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("host"),
        row.getInt("least"),
        AlertRows.instant(row, "delivered_at"),
        AlertRows.instant(row, "failed_at"),
        row.getString("error_code"),
        row.getString("error_detail"));
  }
}
