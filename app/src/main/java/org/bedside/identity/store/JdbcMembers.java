package org.bedside.identity.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.audit.Auditable;
import org.bedside.identity.LastAdministratorException;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.MembershipEnded;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMembers implements Members {

  private static final String SELECT =
      "select id, name, email, roles, joined_at from membership where ended_at is null ";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcMembers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Member> current() {
    return jdbc.sql(SELECT + "order by lower(name), id").query(JdbcMembers::member).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Member> find(UUID id) {
    return jdbc.sql(SELECT + "and id = :id").param("id", id).query(JdbcMembers::member).optional();
  }

  @Override
  @Transactional
  public void assignRoles(UUID id, Set<Role> roles, SignedIn by) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Whoever works here plays at least one part.");
    }
    oneAtATime();
    jdbc.sql("update membership set roles = :roles where id = :id and ended_at is null")
        .param("roles", names(roles))
        .param("id", id)
        .update();
    requireAnAdministrator();
    publish(by, "identity.roles-assigned", id, String.join(", ", names(roles)));
  }

  @Override
  @Transactional
  public void end(UUID id, SignedIn by) {
    oneAtATime();
    jdbc.sql("update membership set ended_at = :now where id = :id and ended_at is null")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    requireAnAdministrator();
    publish(by, "identity.membership-ended", id, "");
    events.publishEvent(new MembershipEnded(id));
  }

  /** Two administrators who remove each other at the same moment: the second one waits here. */
  private void oneAtATime() {
    jdbc.sql("select 1 from organization for update").query(Integer.class).single();
  }

  private void requireAnAdministrator() {
    boolean some =
        jdbc.sql(
                """
                select exists (select from membership
                  where ended_at is null and 'ADMINISTRATOR' = any(roles))
                """)
            .query(Boolean.class)
            .single();
    if (!some) {
      throw new LastAdministratorException();
    }
  }

  private void publish(SignedIn by, String action, UUID member, String roles) {
    events.publishEvent(
        new Auditable(by.actor(), by.name(), action, "member:" + member, Map.of("roles", roles)));
  }

  static String[] names(Set<Role> roles) {
    return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  static Set<Role> roles(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Member member(ResultSet row, int index) throws SQLException {
    return new Member(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        roles(row.getArray("roles")),
        row.getObject("joined_at", OffsetDateTime.class).toInstant());
  }
}
