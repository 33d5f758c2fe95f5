package org.bedside.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bedside.audit.Auditable;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens behind an invitation's link, before whoever holds it works anywhere. */
@Component
public class Joining {

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Joining(
      AcrossOrganizations across,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An invitation as its link shows it.
   *
   * @param zone the organization's
   * @param known whether somebody of this e-mail has a password here already
   */
  public record Offer(
      UUID id,
      OrganizationId organization,
      String organizationName,
      String email,
      Set<Role> roles,
      String invitedBy,
      Instant expiresAt,
      ZoneId zone,
      boolean known) {}

  /** The invitation behind a link, where it can still be accepted. */
  public Optional<Offer> offer(String token) {
    return across
        .jdbc()
        .sql(
            """
            select i.id, i.organization_id, o.name as organization_name, o.time_zone, i.email, i.roles,
              coalesce(m.name, '') as invited_by, i.expires_at,
              exists (select from person p where lower(p.email) = lower(i.email)) as known
            from invitation i
            join organization o using (organization_id)
            left join membership m on m.id = i.invited_by
            where i.token_hash = ? and i.accepted_at is null and i.revoked_at is null
              and i.expires_at > ?
            """)
        .params(Tokens.hash(token), now())
        .query(Joining::offer)
        .optional();
  }

  /**
   * Somebody new accepts.
   *
   * @return false where the invitation was taken back or used in the meantime
   */
  public boolean acceptAsNew(Offer offer, String name, String passwordHash) {
    return accept(
        offer,
        name,
        () -> {
          UUID person = UUID.randomUUID();
          across
              .jdbc()
              .sql(
                  """
                  insert into person (id, email, name, password_hash, created_at)
                  values (?, ?, ?, ?, ?)
                  """)
              .params(person, offer.email(), name, passwordHash, now())
              .update();
          return person;
        });
  }

  /**
   * Somebody who already has a password, and has just shown it, accepts.
   *
   * @return false where the invitation was taken back or used in the meantime
   */
  public boolean acceptAs(Offer offer, UUID person) {
    String name =
        across
            .jdbc()
            .sql("select name from person where id = ?")
            .param(person)
            .query(String.class)
            .single();
    return accept(offer, name, () -> person);
  }

  private boolean accept(Offer offer, String name, Supplier<UUID> personOfTheOffer) {
    return CurrentOrganization.<Boolean, RuntimeException>call(
        offer.organization(),
        () ->
            Boolean.TRUE.equals(
                transactions.execute(status -> acceptOnce(offer, name, personOfTheOffer))));
  }

  private boolean acceptOnce(Offer offer, String name, Supplier<UUID> personOfTheOffer) {
    int taken =
        jdbc.sql(
                """
                update invitation set accepted_at = :now
                where id = :id and accepted_at is null and revoked_at is null and expires_at > :now
                """)
            .param("now", now())
            .param("id", offer.id())
            .update();
    if (taken == 0) {
      return false;
    }
    UUID member =
        jdbc.sql(
                """
                insert into membership
                  (id, organization_id, person_id, name, email, roles, joined_at)
                values (:id, current_organization(), :person, :name, :email, :roles, :now)
                on conflict (organization_id, person_id) do update
                  set roles = excluded.roles, name = excluded.name, ended_at = null
                returning id
                """)
            .param("id", UUID.randomUUID())
            .param("person", personOfTheOffer.get())
            .param("name", name)
            .param("email", offer.email())
            .param("roles", JdbcMembers.names(offer.roles()))
            .param("now", now())
            .query(UUID.class)
            .single();
    events.publishEvent(
        new Auditable(
            "member:" + member,
            name,
            "identity.joined",
            "member:" + member,
            Map.of(
                "invitation",
                offer.id().toString(),
                "roles",
                String.join(", ", JdbcMembers.names(offer.roles())))));
    return true;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Offer offer(ResultSet row, int index) throws SQLException {
    return new Offer(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("organization_name"),
        row.getString("email"),
        JdbcMembers.roles(row.getArray("roles")),
        row.getString("invited_by"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        ZoneId.of(row.getString("time_zone")),
        row.getBoolean("known"));
  }
}
