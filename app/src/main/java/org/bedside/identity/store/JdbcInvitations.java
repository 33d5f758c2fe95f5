package org.bedside.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.AlreadyMemberException;
import org.bedside.identity.Invitation;
import org.bedside.identity.Invitations;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcInvitations implements Invitations {

  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcInvitations(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Invitation> open() {
    return jdbc.sql(
            """
            select id, email, roles, invited_at, expires_at from invitation
            where accepted_at is null and revoked_at is null and expires_at > :now
            order by invited_at desc, id
            """)
        .param("now", at(clock.instant()))
        .query(JdbcInvitations::invitation)
        .list();
  }

  @Override
  @Transactional
  public Issued invite(String email, Set<Role> roles, SignedIn by) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An invitation needs a role.");
    }
    requireNewcomer(email);
    Instant now = clock.instant();
    Invitation invitation =
        new Invitation(UUID.randomUUID(), email, roles, now, now.plus(GOOD_FOR));
    String token = Tokens.fresh("");
    jdbc.sql(
            """
            insert into invitation
              (id, organization_id, email, roles, token_hash, invited_by, invited_at, expires_at)
            values (:id, current_organization(), :email, :roles, :hash, :by, :now, :expires)
            """)
        .param("id", invitation.id())
        .param("email", email)
        .param("roles", JdbcMembers.names(roles))
        .param("hash", Tokens.hash(token))
        .param("by", by.id())
        .param("now", at(now))
        .param("expires", at(invitation.expiresAt()))
        .update();
    publish(
        by,
        "identity.invited",
        invitation.id(),
        Map.of("email", email, "roles", String.join(", ", JdbcMembers.names(roles))));
    return new Issued(invitation, token);
  }

  private void requireNewcomer(String email) {
    boolean here =
        jdbc.sql(
                """
                select exists (select from membership
                  where ended_at is null and lower(email) = lower(:email))
                """)
            .param("email", email)
            .query(Boolean.class)
            .single();
    if (here) {
      throw new AlreadyMemberException();
    }
  }

  @Override
  @Transactional
  public void revoke(UUID id, SignedIn by) {
    int revoked =
        jdbc.sql(
                """
                update invitation set revoked_at = :now
                where id = :id and accepted_at is null and revoked_at is null
                """)
            .param("now", at(clock.instant()))
            .param("id", id)
            .update();
    if (revoked > 0) {
      publish(by, "identity.invitation-revoked", id, Map.of());
    }
  }

  private void publish(SignedIn by, String action, UUID id, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "invitation:" + id, detail));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Invitation invitation(ResultSet row, int index) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getString("email"),
        JdbcMembers.roles(row.getArray("roles")),
        row.getObject("invited_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
