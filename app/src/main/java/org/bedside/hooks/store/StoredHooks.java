package org.bedside.hooks.store;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.hooks.Delivery;
import org.bedside.hooks.Hook;
import org.bedside.hooks.HookMessage;
import org.bedside.hooks.HookMessageKept;
import org.bedside.hooks.Hooks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredHooks implements Hooks {

  private static final int SECRET_BYTES = 32;
  private static final String SELECT =
      """
      select id as hook, host, sealed, form, address, since, delivered_at, failed_at, error_code,
        error_detail
      from hook where owner = :owner
      """;

  private final JdbcClient jdbc;
  private final SealedHook sealed;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  StoredHooks(JdbcClient jdbc, SealedHook sealed, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  @Transactional
  public UUID add(String owner, URI address, String secret) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into hook (id, organization_id, owner, host, sealed, since)
            values (:id, current_organization(), :owner, :host, :sealed, :now)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("host", String.valueOf(address.getHost()))
        .param("sealed", sealed.seal(id, address, secret))
        .param("now", now())
        .update();
    return id;
  }

  @Override
  @Transactional
  public boolean remove(String owner, UUID hook) {
    return jdbc.sql("delete from hook where id = :id and owner = :owner")
            .param("id", hook)
            .param("owner", owner)
            .update()
        > 0;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Hook> of(String owner) {
    return jdbc.sql(SELECT + " order by since, id").param("owner", owner).query(this::hook).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Hook> find(String owner, UUID hook) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("owner", owner)
        .param("id", hook)
        .query(this::hook)
        .optional();
  }

  private Hook hook(ResultSet row, int number) throws SQLException {
    return new Hook(
        row.getObject("hook", UUID.class),
        row.getString("host"),
        sealed.open(row).map(SealedHook.Opened::address).orElse(null),
        Objects.requireNonNull(instant(row, "since")),
        instant(row, "delivered_at"),
        instant(row, "failed_at"),
        row.getString("error_code"),
        row.getString("error_detail"));
  }

  @Override
  @Transactional
  public void put(UUID hook, HookMessage message) {
    int kept =
        jdbc.sql(
                """
                insert into hook_message (organization_id, key, hook_id, line, event, body, next_at,
                  created_at)
                select organization_id, :key, id, :line::text, :event, :body, :now, :now
                from hook where id = :hook
                """)
            .param("key", message.key())
            .param("hook", hook)
            .param("line", message.line())
            .param("event", message.event())
            .param("body", message.body())
            .param("now", now())
            .update();
    if (kept == 0) {
      throw new IllegalArgumentException("There is no such address");
    }
    events.publishEvent(new HookMessageKept(CurrentOrganization.get()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Delivery> latest(String owner, int most) {
    return jdbc.sql(
            """
            select m.key, coalesce(m.line, '') as line, m.event, m.state, m.attempts, m.error_code,
              m.error_detail, coalesce(m.done_at, m.next_at) as at
            from hook_message m join hook h on h.id = m.hook_id
            where h.owner = :owner order by m.id desc limit :most
            """)
        .param("owner", owner)
        .param("most", most)
        .query(
            (row, i) ->
                new Delivery(
                    row.getObject("key", UUID.class),
                    row.getString("line"),
                    row.getString("event"),
                    Delivery.State.valueOf(row.getString("state")),
                    row.getInt("attempts"),
                    row.getString("error_code"),
                    row.getString("error_detail"),
                    Objects.requireNonNull(instant(row, "at"))))
        .list();
  }

  @Override
  @Transactional
  public void again(String owner, UUID key) {
    int waits =
        jdbc.sql(
                """
                update hook_message set state = 'WAITING', attempts = 0, next_at = :now
                where key = :key and state = 'GIVEN_UP'
                  and hook_id in (select id from hook where owner = :owner)
                """)
            .param("key", key)
            .param("owner", owner)
            .param("now", now())
            .update();
    if (waits > 0) {
      events.publishEvent(new HookMessageKept(CurrentOrganization.get()));
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
