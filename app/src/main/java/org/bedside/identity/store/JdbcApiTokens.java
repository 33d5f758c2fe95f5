package org.bedside.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.audit.Auditable;
import org.bedside.identity.ApiToken;
import org.bedside.identity.ApiTokens;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcApiTokens implements ApiTokens {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcApiTokens(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApiToken> current() {
    return jdbc.sql(
            """
            select id, name, permissions, created_by, created_at, last_used_at from api_token
            where revoked_at is null order by created_at desc, id
            """)
        .query(JdbcApiTokens::token)
        .list();
  }

  @Override
  @Transactional
  public String make(String name, Set<Permission> permissions, SignedIn by) {
    if (permissions.isEmpty() || !by.permissions().containsAll(permissions)) {
      throw new IllegalArgumentException("A token carries permissions that its maker holds.");
    }
    UUID id = UUID.randomUUID();
    String token = Tokens.fresh("bedside_");
    String[] names = permissions.stream().map(Enum::name).sorted().toArray(String[]::new);
    jdbc.sql(
            """
            insert into api_token
              (id, organization_id, name, token_hash, permissions, created_by, created_at)
            values (:id, current_organization(), :name, :hash, :permissions, :by, :now)
            """)
        .param("id", id)
        .param("name", name)
        .param("hash", Tokens.hash(token))
        .param("permissions", names)
        .param("by", by.name())
        .param("now", now())
        .update();
    publish(
        by,
        "identity.token-made",
        id,
        Map.of("name", name, "permissions", String.join(", ", names)));
    return token;
  }

  @Override
  @Transactional
  public void revoke(UUID id, SignedIn by) {
    int revoked =
        jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
            .param("now", now())
            .param("id", id)
            .update();
    if (revoked > 0) {
      publish(by, "identity.token-revoked", id, Map.of());
    }
  }

  private void publish(SignedIn by, String action, UUID id, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "token:" + id, detail));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ApiToken token(ResultSet row, int index) throws SQLException {
    return new ApiToken(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Arrays.stream((String[]) row.getArray("permissions").getArray())
            .map(Permission::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
