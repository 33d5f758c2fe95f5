package org.bedside.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What proves who somebody is, before there is an organization to work in. */
@Component
public class Credentials {

  private static final String MEMBERSHIP =
      """
      select m.id, m.name, m.roles, m.organization_id, o.name as organization_name, o.time_zone,
        (select p.language from person p where p.id = m.person_id) as language
      from membership m join organization o using (organization_id)
      where m.ended_at is null and
      """;

  private final AcrossOrganizations across;
  private final Clock clock;

  Credentials(AcrossOrganizations across, Clock clock) {
    this.across = across;
    this.clock = clock;
  }

  /** A person's key and password hash. */
  public record Person(UUID id, String passwordHash) {

    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /**
   * A person as they see themselves.
   *
   * @param language chosen for all their devices, or null to follow the browser
   */
  public record Account(UUID person, String name, String email, @Nullable String language) {}

  public Optional<Person> personOf(String email) {
    return across
        .jdbc()
        .sql("select id, password_hash from person where lower(email) = lower(?)")
        .param(email)
        .query((row, i) -> new Person(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /** Who works under this membership. */
  public Optional<Account> accountOf(UUID membership) {
    return across
        .jdbc()
        .sql(
            """
            select p.id, p.name, p.email, p.language from person p join membership m on m.person_id = p.id
            where m.id = ?
            """)
        .param(membership)
        .query(
            (row, i) ->
                new Account(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .optional();
  }

  /** Sets a new password; sessions that began before {@code at} have ended. */
  public void changePassword(UUID person, String hash, Instant at) {
    across
        .jdbc()
        .sql("update person set password_hash = ?, password_changed_at = ? where id = ?")
        .params(hash, at.atOffset(ZoneOffset.UTC), person)
        .update();
  }

  /** Keeps the language that a person chose; null to follow the browser. */
  public void changeLanguage(UUID person, @Nullable String language) {
    across
        .jdbc()
        .sql("update person set language = ?::text where id = ?")
        .params(Arrays.asList(language, person))
        .update();
  }

  /** Every organization this person works for, first joined first. */
  public List<SignedIn> membershipsOf(UUID person) {
    return across
        .jdbc()
        .sql(MEMBERSHIP + "m.person_id = ? order by m.joined_at, m.id")
        .param(person)
        .query(Credentials::signedIn)
        .list();
  }

  /**
   * The membership as it stands now: roles may have changed since signing in.
   *
   * @param since when the session began; empty where the password was changed after that
   */
  public Optional<SignedIn> membership(UUID person, UUID membership, Instant since) {
    return across
        .jdbc()
        .sql(
            MEMBERSHIP
                + """
                m.person_id = ? and m.id = ? and exists (select from person p
                  where p.id = m.person_id
                    and (p.password_changed_at is null or p.password_changed_at <= ?))
                """)
        .param(person)
        .param(membership)
        .param(since.atOffset(ZoneOffset.UTC))
        .query(Credentials::signedIn)
        .optional();
  }

  /** The same person's other memberships, by the organization's name. */
  public List<SignedIn> siblings(UUID membership) {
    return across
        .jdbc()
        .sql(
            MEMBERSHIP
                + """
                m.id <> ? and m.person_id = (select person_id from membership where id = ?)
                order by lower(o.name)
                """)
        .param(membership)
        .param(membership)
        .query(Credentials::signedIn)
        .list();
  }

  /** The holder of an API token that is not revoked. */
  public Optional<SignedIn> tokenHolder(String token) {
    return across
        .jdbc()
        .sql(
            """
            update api_token t set last_used_at = ?
            from organization o
            where o.organization_id = t.organization_id and token_hash = ? and revoked_at is null
            returning t.id, t.name, t.permissions, t.organization_id,
              o.name as organization_name, o.time_zone
            """)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(Tokens.hash(token))
        .query(
            (row, i) -> {
              Set<Permission> permissions = EnumSet.noneOf(Permission.class);
              for (String name : (String[]) row.getArray("permissions").getArray()) {
                permissions.add(Permission.valueOf(name));
              }
              return holder(row, true, permissions);
            })
        .optional();
  }

  private static SignedIn signedIn(ResultSet row, int index) throws SQLException {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .forEach(role -> permissions.addAll(role.permissions()));
    return holder(row, false, permissions);
  }

  private static SignedIn holder(ResultSet row, boolean token, Set<Permission> permissions)
      throws SQLException {
    return new SignedIn(
        row.getObject("id", UUID.class),
        token,
        row.getString("name"),
        row.getObject("organization_id", UUID.class),
        row.getString("organization_name"),
        ZoneId.of(row.getString("time_zone")),
        permissions,
        token ? null : row.getString("language"));
  }
}
