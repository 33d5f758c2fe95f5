package org.bedside.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bedside.BedsideTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The wall between organizations, table by table, as the role that the application connects as. */
class TenancyTest extends BedsideTest {

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 10;

  /** Tables that belong to no organization, and why the application's role may not read them. */
  private static final Map<String, String> BELONG_TO_NOBODY =
      Map.of("person", "people may work for several organizations; only the system role reads it");

  private static final String REFUSED = "42501";

  @Autowired private DataSource dataSource;

  /** Negative, as no row of the other tests is, and never the same: unique keys stay unique. */
  private int lastNumber;

  @Test
  void everyTableIsBoundToAnOrganizationOrNamedHere() throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      Set<String> unbound =
          Set.copyOf(
              column(
                  statement,
                  """
                  select c.relname from pg_class c
                  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and c.relname not like 'flyway\\_%'
                    and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                      select from pg_policies p
                      where p.schemaname = 'public' and p.tablename = c.relname
                        and p.roles = '{bedside_app}' and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE'
                        and p.qual like '%organization_id = ( SELECT current_organization()%'
                        and p.with_check like '%organization_id = ( SELECT current_organization()%'))
                  """));
      assertThat(unbound).isEqualTo(BELONG_TO_NOBODY.keySet());
    }
  }

  @Test
  void noOtherPolicyNorViewNorFunctionLeadsAroundTheWall() throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      assertThat(
              column(
                  statement,
                  """
                  select tablename || '.' || policyname from pg_policies
                  where schemaname = 'public' and policyname <> 'organization_wall'
                    and not (policyname = 'across_organizations' and roles = '{bedside_system}')
                  """))
          .as("policies beside the wall")
          .isEmpty();
      assertThat(
              column(
                  statement,
                  """
                  select relname from pg_class
                  where relnamespace = 'public'::regnamespace and (relkind = 'm' or relkind = 'v'
                    and not coalesce(reloptions @> '{security_invoker=true}', false))
                  """))
          .as("views that read with their owner's eyes")
          .isEmpty();
      assertThat(
              column(
                  statement,
                  "select proname from pg_proc where pronamespace = 'public'::regnamespace and"
                      + " prosecdef"))
          .as("functions that run with their owner's rights")
          .isEmpty();
      assertThat(
              column(
                  statement,
                  "select rolname from pg_roles where rolname like 'bedside%' and (rolsuper or"
                      + " rolbypassrls)"))
          .as("roles above the wall")
          .isEmpty();
    }
  }

  @Test
  void aTableThatBelongsToNobodyIsClosedToTheApplication() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : BELONG_TO_NOBODY.keySet()) {
        assertRefused(statement, "select 1 from " + table);
      }
    }
  }

  @Test
  void inEveryTableAnOrganizationSeesAndTouchesOnlyItsOwnRows() throws SQLException {
    String ours = found("Ours").id().toString();
    String theirs = found("Theirs").id().toString();
    List<String> tables;
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      tables =
          column(
              statement,
              """
              select c.relname from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and c.relrowsecurity and not c.relispartition order by 1
              """);
    }
    assertThat(tables).contains("organization", "membership", "audit_entry", "location");
    for (String table : tables) {
      onceNobodyIsInTheWay(() -> holdsFor(table, ours, theirs));
    }
  }

  /**
   * The server that all tests share works on in the background, and may hold one of the tables that
   * dropping a check needs while it waits for the other; then the database ends one of the two.
   */
  private static void onceNobodyIsInTheWay(Check check) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        check.run();
        return;
      } catch (SQLException e) {
        if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private interface Check {
    void run() throws SQLException;
  }

  @Test
  void aCheckThatTheDatabaseEndsForADeadlockIsMadeAgainAndNoOther() throws SQLException {
    AtomicInteger runs = new AtomicInteger();
    onceNobodyIsInTheWay(
        () -> {
          if (runs.incrementAndGet() < 3) {
            deadlock();
          }
        });
    assertThat(runs).hasValue(3);

    SQLException other = new SQLException("refused", REFUSED);
    SQLException always = new SQLException("deadlock", DEADLOCK);
    for (SQLException problem : List.of(other, always)) {
      runs.set(0);
      assertThatThrownBy(
              () ->
                  onceNobodyIsInTheWay(
                      () -> {
                        runs.incrementAndGet();
                        throw problem;
                      }))
          .isSameAs(problem);
      assertThat(runs).hasValue(problem.equals(other) ? 1 : ATTEMPTS);
    }
  }

  /** Two connections wait for each other, and the database ends one of the two. */
  private void deadlock() throws SQLException {
    try (Connection one = owner();
        Connection two = owner();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      lock(one, 1);
      lock(two, 2);
      Future<?> waiting =
          threads.submit(
              () -> {
                lock(two, 1);
                return null;
              });
      lock(one, 2);
      one.rollback();
      waiting.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException ended) {
        throw ended;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void lock(Connection connection, int what) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(41, " + what + ")");
    }
  }

  @Test
  void nobodyChangesOrRemovesALineOfTheAudit() throws SQLException {
    for (String role : List.of("bedside_app", "bedside_system")) {
      try (Connection connection = owner();
          Statement statement = connection.createStatement()) {
        statement.execute("set role " + role);
        assertRefused(statement, "update audit_entry set actor = 'nobody'");
        assertRefused(statement, "delete from audit_entry");
        assertRefused(statement, "truncate audit_entry");
      }
    }
  }

  /**
   * One table, in a transaction that is undone: its checks are dropped to fill it with anything.
   */
  private void holdsFor(String table, String ours, String theirs) throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        if (!table.equals("organization")) {
          dropChecks(statement, table);
          statement.execute(insert(statement, table, ours));
          statement.execute(insert(statement, table, theirs));
        }
        String intoTheirs = insert(statement, table, theirs);
        boolean readable = may(statement, table, "SELECT");
        boolean deletable = may(statement, table, "DELETE");
        statement.execute("set local role bedside_app");
        if (readable) {
          assertThat(count(statement, table)).as(table + " without an organization").isZero();
        }
        statement.execute("select set_config('bedside.organization', '" + ours + "', true)");
        if (readable) {
          assertThat(count(statement, table + " where organization_id = '" + ours + "'"))
              .as(table + ", our own row")
              .isPositive();
          assertThat(count(statement, table + " where organization_id <> '" + ours + "'"))
              .as(table + ", rows of others")
              .isZero();
        }
        assertRefused(statement, intoTheirs);
        assertRefused(statement, "update " + table + " set organization_id = '" + theirs + "'");
        if (deletable) {
          assertThat(
                  statement.executeUpdate(
                      "delete from " + table + " where organization_id = '" + theirs + "'"))
              .as(table + ", rows of others removed")
              .isZero();
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void dropChecks(Statement statement, String table) throws SQLException {
    statement.execute("alter table " + table + " disable trigger user");
    for (String constraint :
        column(
            statement,
            "select conname from pg_constraint where conrelid = '%s'::regclass and contype in ('c', 'f')"
                .formatted(table))) {
      statement.execute("alter table " + table + " drop constraint " + constraint);
    }
  }

  private String insert(Statement statement, String table, String organization)
      throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    String columns =
        """
        select attname, format_type(atttypid, null) from pg_attribute
        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attnotnull
          and attgenerated = '' and attidentity = ''
        """
            .formatted(table);
    try (ResultSet rows = statement.executeQuery(columns)) {
      while (rows.next()) {
        names.add(rows.getString(1));
        values.add(
            rows.getString(1).equals("organization_id")
                ? "'" + organization + "'"
                : anything(table, rows.getString(2)));
      }
    }
    return "insert into %s (%s) values (%s)"
        .formatted(table, String.join(", ", names), String.join(", ", values));
  }

  private String anything(String table, String type) {
    return switch (type) {
      case "uuid" -> "'" + UUID.randomUUID() + "'";
      case "text", "character varying" -> "'" + UUID.randomUUID() + "'";
      case "smallint", "integer", "bigint", "numeric", "double precision", "real" ->
          Integer.toString(--lastNumber);
      case "boolean" -> "false";
      case "timestamp with time zone", "date" -> "now()";
      case "interval" -> "'1 hour'";
      case "jsonb" -> "'{}'";
      case "bytea" -> "'\\x" + UUID.randomUUID().toString().replace("-", "") + "'";
      case "tsvector" -> "''";
      default -> {
        if (type.endsWith("[]")) {
          yield "'{}'";
        }
        throw new AssertionError("Say here what a " + type + " looks like, as in " + table);
      }
    };
  }

  private static void assertRefused(Statement statement, String sql) throws SQLException {
    boolean inTransaction = !statement.getConnection().getAutoCommit();
    if (inTransaction) {
      statement.execute("savepoint before");
    }
    assertThatThrownBy(() -> statement.execute(sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class,
            refusal -> assertThat(refusal.getSQLState()).as(sql).isEqualTo(REFUSED));
    if (inTransaction) {
      statement.execute("rollback to savepoint before");
    }
  }

  private static boolean may(Statement statement, String table, String privilege)
      throws SQLException {
    return column(
            statement,
            "select has_table_privilege('bedside_app', '%s', '%s')::text"
                .formatted(table, privilege))
        .contains("true");
  }

  private static long count(Statement statement, String from) throws SQLException {
    return Long.parseLong(column(statement, "select count(*) from " + from).getFirst());
  }

  private static List<String> column(Statement statement, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /**
   * The pool's connections are the owner's, acting as another role; here they act as themselves.
   */
  private Connection owner() throws SQLException {
    Connection connection =
        dataSource.unwrap(com.zaxxer.hikari.HikariDataSource.class).getConnection();
    String url = connection.getMetaData().getURL();
    connection.close();
    String own = url.replaceAll("options=[^&]*", "ApplicationName=tests");
    return java.sql.DriverManager.getConnection(own);
  }
}
