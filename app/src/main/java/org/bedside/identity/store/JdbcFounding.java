package org.bedside.identity.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcFounding implements Founding {

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
  public Founded foundFirst(Request request) {
    return create(request, true);
  }

  @Override
  public Founded found(Request request) {
    return create(request, false);
  }

  private Founded create(Request request, boolean first) {
    OrganizationId organization = new OrganizationId(UUID.randomUUID());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    UUID member = UUID.randomUUID();
    String token = Tokens.fresh("bedside_");
    across
        .transactions()
        .executeWithoutResult(
            status -> {
              // Two first visits at the same moment: the second waits here and is then refused.
              across.jdbc().sql("select pg_advisory_xact_lock(7241)").query((row, i) -> 1).single();
              if (first && !isFirstVisit()) {
                throw new AlreadyFoundedException();
              }
              insert(organization, request, member, token, now);
            });
    CurrentOrganization.run(
        organization,
        () ->
            transactions.executeWithoutResult(
                status -> {
                  events.publishEvent(
                      new Auditable(
                          "member:" + member,
                          request.adminName(),
                          "identity.organization-founded",
                          "organization:" + organization,
                          Map.of("name", request.organization())));
                  events.publishEvent(
                      new OrganizationFounded(
                          organization, request.organization(), request.locations()));
                }));
    return new Founded(organization, token);
  }

  private void insert(
      OrganizationId organization, Request request, UUID member, String token, OffsetDateTime now) {
    JdbcClient unbound = across.jdbc();
    unbound
        .sql(
            "insert into organization (organization_id, name, time_zone, founded_at) values (?, ?,"
                + " ?, ?)")
        .params(organization.value(), request.organization(), request.zone().getId(), now)
        .update();
    UUID person = personOf(request, now);
    unbound
        .sql(
            """
            insert into membership (id, organization_id, person_id, name, email, roles, joined_at)
            values (?, ?, ?, ?, ?, ?::text[], ?)
            """)
        .params(
            member,
            organization.value(),
            person,
            request.adminName(),
            request.adminEmail(),
            "{" + Role.ADMINISTRATOR.name() + "}",
            now)
        .update();
    String permissions =
        "{"
            + String.join(
                ",", Role.ADMINISTRATOR.permissions().stream().map(Enum::name).sorted().toList())
            + "}";
    unbound
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
            now)
        .update();
  }

  private UUID personOf(Request request, OffsetDateTime now) {
    return across
        .jdbc()
        .sql("select id from person where lower(email) = lower(?)")
        .param(request.adminEmail())
        .query(UUID.class)
        .optional()
        .orElseGet(
            () -> {
              UUID person = UUID.randomUUID();
              across
                  .jdbc()
                  .sql(
                      "insert into person (id, email, name, password_hash, created_at) values (?,"
                          + " ?, ?, ?, ?)")
                  .params(
                      person,
                      request.adminEmail(),
                      request.adminName(),
                      passwords.encode(request.password()),
                      now)
                  .update();
              return person;
            });
  }
}
