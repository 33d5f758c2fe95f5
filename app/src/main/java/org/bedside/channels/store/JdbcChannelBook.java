package org.bedside.channels.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.channels.Channel;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.sending.ChannelBook;
import org.bedside.channels.sending.Keys;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcChannelBook implements ChannelBook {

  private static final String SELECT =
      """
      select id, network, name, handle, server, most, paused, checked_at, error_code, error_detail,
        quiet_until, keys_at
      from channel where removed_at is null
      """;

  private final JdbcClient jdbc;
  private final SealedKeys sealed;
  private final Announcing announcing;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcChannelBook(
      JdbcClient jdbc,
      SealedKeys sealed,
      Announcing announcing,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.announcing = announcing;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Channel> all() {
    return jdbc.sql(SELECT + " order by lower(name), id").query(JdbcChannelBook::channel).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Channel> find(UUID id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("id", id)
        .query(JdbcChannelBook::channel)
        .optional();
  }

  @Override
  @Transactional
  public UUID add(NewChannel channel, Keys keys, boolean connected, SignedIn by) {
    UUID id = UUID.randomUUID();
    URI server = channel.server();
    jdbc.sql(
            """
            insert into channel (id, organization_id, network, name, server, sealed, created_at,
              keys_at)
            values (:id, current_organization(), :network, :name, :server, :sealed, :now, :now)
            """)
        .param("id", id)
        .param("network", channel.network().name())
        .param("name", channel.name())
        .param("server", server == null ? null : server.toString())
        .param("sealed", sealed.seal(id, keys))
        .param("now", Rows.utc(clock.instant()))
        .update();
    String deed = connected ? "channels.channel-connected" : "channels.channel-added";
    audit(deed, id, channel.name(), by);
    return id;
  }

  @Override
  @Transactional
  public void keysChanged(UUID id, boolean connected, SignedIn by) {
    String deed = connected ? "channels.channel-reconnected" : "channels.channel-keys-changed";
    find(id).ifPresent(channel -> audit(deed, id, channel.name(), by));
  }

  @Override
  @Transactional
  public boolean remove(UUID id, SignedIn by) {
    Optional<Channel> channel = find(id);
    if (channel.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    jdbc.sql("update channel set removed_at = :now, sealed = null where id = :id")
        .param("now", Rows.utc(now))
        .param("id", id)
        .update();
    announcing.tell(
        jdbc.sql(
                """
                update delivery set next_at = null, new_text = null, changed_at = :now,
                  state = case state when 'WAITING' then 'CANCELLED' when 'UNKNOWN' then state
                    else 'SENT' end,
                  error_code = case state when 'UNKNOWN' then 'channels.unknown.ask'
                    else error_code end
                where channel_id = :id and lease_until is null
                  and state in ('WAITING', 'UNKNOWN', 'EDITING', 'DELETING')
                """
                    + Announcing.RETURNING)
            .param("now", Rows.utc(now))
            .param("id", id)
            .query(Announcing.Change::of)
            .list());
    audit("channels.channel-removed", id, channel.get().name(), by);
    return true;
  }

  @Override
  @Transactional
  public boolean pause(UUID id, boolean paused, SignedIn by) {
    Optional<Channel> channel = find(id);
    int changed =
        jdbc.sql(
                """
                update channel set paused = :paused
                where id = :id and removed_at is null and paused <> :paused
                """)
            .param("paused", paused)
            .param("id", id)
            .update();
    if (changed == 0 || channel.isEmpty()) {
      return false;
    }
    String deed = paused ? "channels.channel-paused" : "channels.channel-resumed";
    audit(deed, id, channel.get().name(), by);
    return true;
  }

  @Override
  public boolean occupy(UUID id, Instant now, Instant lease) {
    return jdbc.sql(
                """
                update channel set busy_until = :lease
                where id = :id and removed_at is null
                  and (busy_until is null or busy_until <= :now)
                """)
            .param("lease", Rows.utc(lease))
            .param("now", Rows.utc(now))
            .param("id", id)
            .update()
        > 0;
  }

  private void audit(String action, UUID id, String name, SignedIn by) {
    events.publishEvent(
        new Auditable(by.actor(), by.name(), action, "channel:" + id, Map.of("name", name)));
  }

  private static Channel channel(ResultSet row, int number) throws SQLException {
    return new Channel(
        row.getObject("id", UUID.class),
        Network.valueOf(row.getString("network")),
        row.getString("name"),
        row.getString("handle"),
        Rows.uri(row, "server"),
        row.getObject("most", Integer.class),
        row.getBoolean("paused"),
        Rows.instant(row, "checked_at"),
        row.getString("error_code"),
        row.getString("error_detail"),
        Rows.instant(row, "quiet_until"),
        Rows.instant(row, "keys_at"));
  }
}
