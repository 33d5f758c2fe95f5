package org.bedside.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * A new watch's run through all stored posts, from the request that saves it to its last post: one
 * watch, then many saved one after the other.
 *
 * <p>Arguments: how many posts are stored, and how many watches many are.
 */
public final class HistoryBench {

  private static final Duration LIMIT = Duration.ofMinutes(20);

  private static final String FILL =
      """
      insert into post (organization_id, source_id, external_id, text, published_at, received_at,
        content_hash)
      select s.organization_id, s.id, 'post ' || i,
        (select text from bench_sentence where id = 1 + i * 7919 % 20000)
          || (select text from bench_sentence where id = 1 + i * 104729 % 20000)
          || case when i % 400 = 7 then 'Quillon. ' else '' end || 'Visit v' || i % 2000 || '.',
        now() - i * interval '5 minutes', now(), 'bench'
      from source s, generate_series(1::bigint, ?::bigint) i where s.name = 'Stored'
      """;

  private HistoryBench() {}

  /** Prints the table for {@code docs/figures.md}. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    int posts = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int many = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    Path folder = Files.createTempDirectory("bedside-bench");
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"));
        Visitor program = new Visitor(server.address());
        Connection database = server.database()) {
      String token = program.setUp("Benchmark");
      fill(database, posts);
      System.out.println("| watches | posts looked at | took | posts/s | found, of all watches |");
      System.out.println("|---|---|---|---|---|");
      add(program, token, "First", "nowhereatall");
      until(database);
      measure("one, which one post of 400 matches", 1, program, token, database);
      measure(many + ", saved one after the other", many, program, token, database);
    } finally {
      ServerProcess.delete(folder);
    }
  }

  private static void fill(Connection database, int posts) throws IOException, SQLException {
    try (Statement statement = database.createStatement();
        InputStream sql =
            Objects.requireNonNull(HistoryBench.class.getResourceAsStream("fill.sql"))) {
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("select bench_sentences()");
      statement.execute(
          "insert into source (id, organization_id, kind, name, takes, created_at) select"
              + " gen_random_uuid(), organization_id, 'API', 'Stored', 'MATCHED', now()"
              + " from organization");
      try (PreparedStatement fill = database.prepareStatement(FILL)) {
        fill.setLong(1, posts);
        fill.execute();
      }
      statement.execute("vacuum analyze");
    }
  }

  private static void measure(
      String what, int watches, Visitor program, String token, Connection database)
      throws IOException, InterruptedException, SQLException {
    long before = figure(database, "select coalesce(sum(found), 0) from watch_run");
    long begun = System.nanoTime();
    for (int i = 0; i < watches; i++) {
      String query = watches == 1 ? "quillon" : "v" + (i * 13 + 5) + " OR (quillon AND v" + i + ")";
      add(program, token, what + " " + i, query);
    }
    until(database);
    double took = (System.nanoTime() - begun) / 1e9;
    long posts = figure(database, "select count(*) from post");
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f s | %,.0f | %,d |%n",
        what,
        posts,
        took,
        posts / took,
        figure(database, "select coalesce(sum(found), 0) from watch_run") - before);
  }

  private static void add(Visitor program, String token, String name, String query)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        program.send(
            program
                .request("/api/v1/watches")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"name\":\"%s\",\"query\":\"%s\"}".formatted(name, query))));
    if (answer.statusCode() != 201) {
      throw new IOException("adding a watch answered " + answer.statusCode() + answer.body());
    }
  }

  private static void until(Connection database)
      throws IOException, InterruptedException, SQLException {
    long begun = System.nanoTime();
    while (figure(database, "select count(*) from watch_run where state <> 'DONE'") > 0) {
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        throw new IOException("not done after " + LIMIT);
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private static long figure(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
