package org.bedside.identity.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.PasswordResets;
import org.bedside.identity.SignedIn;
import org.bedside.identity.WorksElsewhereException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcPasswordResets implements PasswordResets {

  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Credentials credentials;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPasswordResets(
      JdbcClient jdbc, Credentials credentials, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.credentials = credentials;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Issued issue(UUID member, SignedIn by) {
    if (!credentials.siblings(member).isEmpty()) {
      throw new WorksElsewhereException();
    }
    Instant now = clock.instant();
    Issued issued = new Issued(Tokens.fresh(""), now.plus(GOOD_FOR));
    jdbc.sql(
            """
            update password_reset set revoked_at = :now
            where membership_id = :member and used_at is null and revoked_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("member", member)
        .update();
    int made =
        jdbc.sql(
                """
                insert into password_reset
                  (id, organization_id, membership_id, token_hash, made_by, made_at, expires_at)
                select :id, current_organization(), m.id, :hash, :by, :now, :expires
                from membership m where m.id = :member and m.ended_at is null
                """)
            .param("id", UUID.randomUUID())
            .param("hash", Tokens.hash(issued.token()))
            .param("by", by.id())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("expires", issued.expiresAt().atOffset(ZoneOffset.UTC))
            .param("member", member)
            .update();
    if (made == 0) {
      throw new IllegalArgumentException("Nobody of that membership works here now.");
    }
    events.publishEvent(
        new Auditable(
            by.actor(), by.name(), "identity.reset-link-made", "member:" + member, Map.of()));
    return issued;
  }
}
