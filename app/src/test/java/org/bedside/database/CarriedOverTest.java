package org.bedside.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bedside.BedsideTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A database of before there was one place for webhooks: one of its own, as migrations drop what
 * others have in a schema that is shared.
 */
class CarriedOverTest extends BedsideTest {

  private static final Map<String, String> BEFORE = Map.of("alerts", "2", "improvement", "2");
  private static final String ORGANIZATION = "11111111-1111-1111-1111-111111111111";
  private static final String ROOM = "22222222-2222-2222-2222-222222222222";
  private static final String HOOK = "33333333-3333-3333-3333-333333333333";

  @Autowired private DataSource pool;

  private String owner = "";
  private String url = "";

  @BeforeEach
  void aDatabaseOfBefore() throws SQLException {
    String pooled = ((HikariDataSource) pool).getJdbcUrl();
    owner = pooled.replaceFirst("[?&]reWriteBatchedInserts=.*$", "");
    url = owner.replaceFirst("/[^/?]+(?=[?]|$)", "/carried_over");
    run(owner, "drop database if exists carried_over with (force)", "create database carried_over");
    for (String module : Migrations.MODULES) {
      var flyway =
          Flyway.configure()
              .dataSource(url, null, null)
              .locations("classpath:db/migration/" + module)
              .failOnMissingLocations(false)
              .table("flyway_" + module)
              .baselineOnMigrate(true)
              .baselineVersion("0");
      if (BEFORE.containsKey(module)) {
        flyway.target(BEFORE.get(module));
      }
      flyway.load().migrate();
    }
  }

  @AfterEach
  void forgotten() throws SQLException {
    run(owner, "drop database if exists carried_over with (force)");
  }

  @Test
  void addressesAndWhatWaitsForThemAreCarriedOver() throws SQLException {
    run(
        url,
        "alter table alert_channel no force row level security",
        "alter table alert_message no force row level security",
        "alter table improvement_ticket no force row level security",
        "alter table improvement_hook no force row level security",
        "alter table improvement_delivery no force row level security",
        """
        insert into alert_channel (id, organization_id, name, host, sealed, least, created_at,
          failed_at, error_code, error_detail)
        values ('%s', '%s', 'Duty room', 'chat.example', '\\x01', 4, now(), now(),
          'alerts.channel.status', '503')
        """
            .formatted(ROOM, ORGANIZATION),
        """
        insert into alert_message (id, organization_id, channel_id, text, state, attempts, created_at,
          next_at)
        values (gen_random_uuid(), '%1$s', '%2$s', 'a "waiting" one', 'WAITING', 2, now(), now()),
          (gen_random_uuid(), '%1$s', '%2$s', 'sent', 'SENT', 1, now(), null)
        """
            .formatted(ORGANIZATION, ROOM),
        """
        insert into improvement_ticket (organization_id, theme, title, change, owner, owner_name,
          due, opened_at, opened_by, changed_at)
        values ('%1$s', '', 't', 'c', '%1$s', 'Kit', current_date, now(), 'Kit', now())
        """
            .formatted(ORGANIZATION),
        """
        insert into improvement_hook (id, organization_id, address, secret, since)
        values ('%s', '%s', 'https://tickets.example:8443/hook?key=1', '\\x02', now())
        """
            .formatted(HOOK, ORGANIZATION),
        """
        insert into improvement_delivery (organization_id, key, hook_id, ticket_id, event, body,
          state, next_at, error_code, created_at)
        select organization_id, gen_random_uuid(), '%s', id, 'ticket.opened', '{}', 'GIVEN_UP',
          now(), 'improve.delivery.secret-lost', now()
        from improvement_ticket
        """
            .formatted(HOOK));

    new Migrations(url).run();

    run(
        url,
        "alter table hook no force row level security",
        "alter table hook_message no force row level security");
    assertThat(
            ask(
                "select owner || ' ' || host || ' ' || form || ' ' || coalesce(error_code, '-')"
                    + " from hook order by owner"))
        .containsExactly(
            "alerts chat.example ALERTS hooks.error.status",
            "improvement tickets.example IMPROVEMENT -");
    assertThat(
            ask(
                "select event || ' ' || state || ' ' || attempts || ' ' || coalesce(line, '-')"
                    + " || ' ' || coalesce(error_code, '-') from hook_message order by event"))
        .containsExactly(
            "alerts WAITING 2 - -", "ticket.opened GIVEN_UP 0 ticket:1 hooks.error.unreadable");
    assertThat(ask("select body::json->>'text' from hook_message where event = 'alerts'"))
        .containsExactly("a \"waiting\" one");
  }

  @Test
  void theWallStandsAgainAfterTheMove() throws SQLException {
    new Migrations(url).run();

    assertThat(
            ask(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind = 'r' and relname in ('hook', 'hook_message',"
                    + " 'alert_channel', 'alert_message') and relforcerowsecurity"))
        .hasSize(4);
  }

  private static void run(String where, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(where);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
