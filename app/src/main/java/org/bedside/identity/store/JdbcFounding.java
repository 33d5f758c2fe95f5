package org.bedside.identity.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.AlreadyFoundedException;
import org.bedside.identity.Founding;
import org.bedside.identity.OrganizationFounded;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcFounding implements Founding {

  private static final String ADMINISTRATOR = "{" + Role.ADMINISTRATOR.name() + "}";

  private final AcrossOrganizations across;
  private final TransactionTemplate transactions;
  private final PasswordEncoder passwords;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcFounding(
      AcrossOrganizations across,
      TransactionTemplate transactions,
      PasswordEncoder passwords,
      ApplicationEventPublisher events,
      Clock clock) {
    this.across = across;
    this.transactions = transactions;
    this.passwords = passwords;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public boolean isFirstVisit() {
    return across
        .jdbc()
        .sql("select not exists (select from organization)")
        .query(Boolean.class)
        .single();
  }

  @Override
  public OrganizationId foundFirst(Request request) {
    return create(request, true, null);
  }

  @Override
  public Founded foundFirstWithToken(Request request) {
    String token = Tokens.fresh("bedside_");
    return new Founded(create(request, true, token), token);
  }

  @Override
  public OrganizationId found(Request request) {
    return create(request, false, null);
  }

  @Override
  public OrganizationId foundFurther(
      String name, ZoneId zone, List<String> locations, SignedIn by) {
    OrganizationId organization = new OrganizationId(UUID.randomUUID());
    Organization made = new Organization(organization, name, zone, locations);
    UUID member = UUID.randomUUID();
    across
        .transactions()
        .executeWithoutResult(
            status -> {
              insert(made);
              across
                  .jdbc()
                  .sql(
                      """
                      insert into membership
                        (id, organization_id, person_id, name, email, roles, joined_at)
                      select ?, ?, person_id, name, email, ?::text[], ? from membership where id = ?
                      """)
                  .params(member, organization.value(), ADMINISTRATOR, now(), by.id())
                  .update();
            });
    announce(made, member, by.name());
    return organization;
  }

  private OrganizationId create(Request request, boolean first, @Nullable String token) {
    OrganizationId organization = new OrganizationId(UUID.randomUUID());
    Organization made =
        new Organization(organization, request.organization(), request.zone(), request.locations());
    UUID member = UUID.randomUUID();
    across
        .transactions()
        .executeWithoutResult(
            status -> {
              // Two first visits at the same moment: the second waits here and is then refused.
              across.jdbc().sql("select pg_advisory_xact_lock(7241)").query((row, i) -> 1).single();
              if (first && !isFirstVisit()) {
                throw new AlreadyFoundedException();
              }
              insert(made);
              insertAdministrator(organization, request, member);
              if (token != null) {
                insertToken(organization, request, token);
              }
            });
    announce(made, member, request.adminName());
    return organization;
  }

  private record Organization(
      OrganizationId id, String name, ZoneId zone, List<String> locations) {}

  private void announce(Organization made, UUID member, String adminName) {
    CurrentOrganization.run(
        made.id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  events.publishEvent(
                      new Auditable(
                          "member:" + member,
                          adminName,
                          "identity.organization-founded",
                          "organization:" + made.id(),
                          Map.of("name", made.name())));
                  events.publishEvent(
                      new OrganizationFounded(made.id(), made.name(), made.locations()));
                }));
  }

  private void insert(Organization made) {
    across
        .jdbc()
        .sql(
            "insert into organization (organization_id, name, time_zone, founded_at) values (?, ?,"
                + " ?, ?)")
        .params(made.id().value(), made.name(), made.zone().getId(), now())
        .update();
  }

  private void insertAdministrator(OrganizationId organization, Request request, UUID member) {
    across
        .jdbc()
        .sql(
            """
            insert into membership (id, organization_id, person_id, name, email, roles, joined_at)
            values (?, ?, ?, ?, ?, ?::text[], ?)
            """)
        .params(
            member,
            organization.value(),
            personOf(request),
            request.adminName(),
            request.adminEmail(),
            ADMINISTRATOR,
            now())
        .update();
  }

  private void insertToken(OrganizationId organization, Request request, String token) {
    String permissions =
        "{"
            + String.join(
                ",", Role.ADMINISTRATOR.permissions().stream().map(Enum::name).sorted().toList())
            + "}";
    across
        .jdbc()
        .sql(
            """
            insert into api_token
              (id, organization_id, name, token_hash, permissions, created_by, created_at)
            values (?, ?, 'set-up', ?, ?::text[], ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            organization.value(),
            Tokens.hash(token),
            permissions,
            request.adminName(),
            now())
        .update();
  }

  private UUID personOf(Request request) {
    return across
        .jdbc()
        .sql("select id from person where lower(email) = lower(?)")
        .param(request.adminEmail())
        .query(UUID.class)
        .optional()
        .orElseGet(() -> insertPerson(request));
  }

  private UUID insertPerson(Request request) {
    UUID person = UUID.randomUUID();
    across
        .jdbc()
        .sql(
            "insert into person (id, email, name, password_hash, created_at) values (?, ?, ?, ?,"
                + " ?)")
        .params(
            person,
            request.adminEmail(),
            request.adminName(),
            passwords.encode(request.password()),
            now())
        .update();
    return person;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
