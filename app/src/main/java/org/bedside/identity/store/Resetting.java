package org.bedside.identity.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens behind the link of somebody who forgot the password. */
@Component
public class Resetting {

  private final AcrossOrganizations across;
  private final Credentials credentials;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Resetting(
      AcrossOrganizations across,
      Credentials credentials,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.across = across;
    this.credentials = credentials;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A link as it shows itself.
   *
   * @param zone the organization's
   */
  public record Offer(
      UUID id,
      OrganizationId organization,
      UUID membership,
      UUID person,
      String name,
      String email,
      Instant expiresAt,
      ZoneId zone) {}

  /** What a link opens, where it can still be used. */
  public Optional<Offer> offer(String token) {
    return across
        .jdbc()
        .sql(
            """
            select r.id, r.organization_id, m.id as membership, p.id as person, p.name, p.email,
              r.expires_at, o.time_zone
            from password_reset r
            join organization o using (organization_id)
            join membership m on m.id = r.membership_id and m.ended_at is null
            join person p on p.id = m.person_id
            where r.token_hash = ? and r.used_at is null and r.revoked_at is null
              and r.expires_at > ?
              and not exists (select from membership other
                where other.person_id = p.id and other.id <> m.id and other.ended_at is null)
            """)
        .params(Tokens.hash(token), now())
        .query(
            (row, i) ->
                new Offer(
                    row.getObject("id", UUID.class),
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    row.getObject("membership", UUID.class),
                    row.getObject("person", UUID.class),
                    row.getString("name"),
                    row.getString("email"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    ZoneId.of(row.getString("time_zone"))))
        .optional();
  }

  /**
   * Sets the new password; every session of the person has ended.
   *
   * @return false where the link was used or replaced in the meantime
   */
  public boolean reset(Offer offer, String passwordHash) {
    return CurrentOrganization.<Boolean, RuntimeException>call(
        offer.organization(),
        () -> Boolean.TRUE.equals(transactions.execute(status -> resetOnce(offer, passwordHash))));
  }

  private boolean resetOnce(Offer offer, String passwordHash) {
    int taken =
        jdbc.sql(
                """
                update password_reset set used_at = :now
                where id = :id and used_at is null and revoked_at is null and expires_at > :now
                """)
            .param("now", now())
            .param("id", offer.id())
            .update();
    if (taken == 0) {
      return false;
    }
    credentials.changePassword(
        offer.person(), passwordHash, clock.instant().truncatedTo(ChronoUnit.MICROS));
    String member = "member:" + offer.membership();
    events.publishEvent(
        new Auditable(member, offer.name(), "identity.password-reset", member, Map.of()));
    return true;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
