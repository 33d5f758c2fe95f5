package org.bedside.alerts.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.Channels;
import org.bedside.alerts.Shape;
import org.bedside.audit.Auditable;
import org.bedside.hooks.Hook;
import org.bedside.hooks.Hooks;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcChannels implements Channels {

  private static final String OWNER = "alerts";
  private static final String SELECT =
      "select id, name, shape, least from alert_channel where member_id is null";

  private final JdbcClient jdbc;
  private final Hooks hooks;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcChannels(JdbcClient jdbc, Hooks hooks, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.hooks = hooks;
    this.events = events;
    this.clock = clock;
  }

  /** The part of a channel that is ours. */
  private record Told(UUID id, String name, Shape shape, int least) {}

  @Override
  @Transactional(readOnly = true)
  public List<Channel> all() {
    Map<UUID, Hook> by = new HashMap<>();
    hooks.of(OWNER).forEach(hook -> by.put(hook.id(), hook));
    return jdbc.sql(SELECT + " order by lower(name), id").query(JdbcChannels::told).list().stream()
        .filter(told -> by.containsKey(told.id()))
        .map(told -> channel(told, Objects.requireNonNull(by.get(told.id()))))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Channel> find(UUID id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("id", id)
        .query(JdbcChannels::told)
        .optional()
        .flatMap(told -> hooks.find(OWNER, id).map(hook -> channel(told, hook)));
  }

  @Override
  @Transactional
  public UUID add(String name, URI address, String secret, Shape shape, int least, SignedIn by) {
    UUID id = hooks.add(OWNER, address, secret);
    jdbc.sql(
            """
            insert into alert_channel (id, organization_id, name, shape, least, created_at)
            values (:id, current_organization(), :name, :shape, :least, :now)
            """)
        .param("id", id)
        .param("name", name)
        .param("shape", shape.name())
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
    hooks.remove(OWNER, id);
    audit("alerts.channel-removed", id, channel.get().name(), by);
    return true;
  }

  private void audit(String action, UUID id, String name, SignedIn by) {
    events.publishEvent(
        new Auditable(by.actor(), by.name(), action, "alert-channel:" + id, Map.of("name", name)));
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Shape.valueOf(row.getString("shape")),
        row.getInt("least"));
  }

  private static Channel channel(Told told, Hook hook) {
    return new Channel(
        told.id(),
        told.name(),
        hook.host(),
        told.shape(),
        told.least(),
        hook.deliveredAt(),
        hook.failedAt(),
        hook.error(),
        hook.detail());
  }
}
