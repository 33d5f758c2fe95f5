package org.bedside;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.bedside.BedsideTest.Org;
import org.bedside.BedsideTest.Person;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.store.Tokens;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Puts organizations and people into the database, with passwords that are quick to check. */
final class People {

  private static final String PASSWORD = "correct horse battery";
  private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

  private People() {}

  static boolean anybody(AcrossOrganizations across) {
    return across
        .jdbc()
        .sql("select exists (select from organization)")
        .query(Boolean.class)
        .single();
  }

  static Org organization(AcrossOrganizations across, String name) {
    OrganizationId id = new OrganizationId(UUID.randomUUID());
    across
        .jdbc()
        .sql(
            """
            insert into organization (organization_id, name, time_zone, founded_at)
            values (?, ?, 'America/Chicago', ?)
            """)
        .params(id.value(), name, now())
        .update();
    return new Org(id, name);
  }

  static Person member(AcrossOrganizations across, Org org, Set<Role> roles) {
    UUID person = UUID.randomUUID();
    String email = "person-" + person + "@example.org";
    String name = "Person " + person.toString().substring(0, 8);
    across
        .jdbc()
        .sql(
            "insert into person (id, email, name, password_hash, created_at) values (?, ?, ?, ?,"
                + " ?)")
        .params(person, email, name, HASH, now())
        .update();
    return join(
        across, org, new Person(person, person, name, email, PASSWORD, Set.copyOf(roles)), roles);
  }

  static Person join(AcrossOrganizations across, Org org, Person person, Set<Role> roles) {
    UUID membership = UUID.randomUUID();
    across
        .jdbc()
        .sql(
            """
            insert into membership (id, organization_id, person_id, name, email, roles, joined_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            membership,
            org.id().value(),
            person.person(),
            person.name(),
            person.email(),
            roles.stream().map(Enum::name).sorted().toArray(String[]::new),
            now())
        .update();
    return new Person(
        person.person(), membership, person.name(), person.email(), PASSWORD, Set.copyOf(roles));
  }

  static String token(AcrossOrganizations across, Org org, Set<Permission> permissions) {
    String token = Tokens.fresh("bedside_");
    across
        .jdbc()
        .sql(
            """
            insert into api_token
              (id, organization_id, name, token_hash, permissions, created_by, created_at)
            values (?, ?, 'a test', ?, ?, 'a test', ?)
            """)
        .params(
            UUID.randomUUID(),
            org.id().value(),
            Tokens.hash(token),
            permissions.stream().map(Enum::name).sorted().toArray(String[]::new),
            now())
        .update();
    return token;
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
