package org.bedside.bench.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * From the upload of a file to all of its rows stored, assessed and in the inbox, on a server that
 * was just started.
 *
 * <p>Arguments: a CSV file with a header whose first column is the id (by default the reviews of
 * the data folder), and how often its rows are repeated under other ids in a further file.
 */
public final class ImportBench {

  private static final Duration LIMIT = Duration.ofMinutes(30);

  private ImportBench() {}

  /** Prints the table for {@code docs/figures.md}. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    String data = Objects.requireNonNullElse(System.getenv("BEDSIDE_DATA"), "../shared/data");
    Path file = Path.of(args.length > 0 ? args[0] : data + "/reviews/hospital-reviews.csv");
    int times = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    Path folder = Files.createTempDirectory("bedside-bench");
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"));
        Visitor program = new Visitor(server.address());
        Connection database = server.database()) {
      String token = program.setUp("Benchmark");
      System.out.println("| file | rows | stored | all assessed and in the inbox | rows/s |");
      System.out.println("|---|---|---|---|---|");
      measure("the file, right after the start", file, "first", token, program, database);
      Path again = folder.resolve("again.csv");
      repeat(file, again, 5, "again-");
      measure("the same five times, by then warm", again, "again", token, program, database);
      if (times > 0) {
        Path many = folder.resolve("many.csv");
        repeat(file, many, times, "many-");
        measure("the same " + times + " times", many, "many", token, program, database);
      }
    } finally {
      ServerProcess.delete(folder);
    }
  }

  /** Rows may hold line breaks inside quotes, so a row ends where the quotes are even. */
  private static void repeat(Path from, Path to, int times, String prefix) throws IOException {
    String header;
    List<String> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(from)) {
      header = Objects.requireNonNull(in.readLine(), "an empty file");
      StringBuilder row = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        row.append(line).append('\n');
        if (row.chars().filter(one -> one == '"').count() % 2 == 0) {
          rows.add(row.toString());
          row.setLength(0);
        }
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      out.write(header + "\n");
      for (int i = 0; i < times; i++) {
        for (String row : rows) {
          out.write(prefix + i + "-" + row);
        }
      }
    }
  }

  private static void measure(
      String what, Path file, String source, String token, Visitor program, Connection database)
      throws IOException, InterruptedException, SQLException {
    long before = inbox(database);
    long begun = System.nanoTime();
    HttpResponse<String> answer =
        program.send(
            program
                .request("/api/v1/imports?source=" + source + "&name=" + file.getFileName())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file)));
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the upload answered " + answer.statusCode() + ": " + answer.body());
    }
    long stored = 0;
    while (true) {
      Standing now = standing(database);
      if (stored == 0 && now.imported) {
        stored = System.nanoTime() - begun;
      }
      if (stored != 0 && now.waiting == 0) {
        break;
      }
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        throw new IOException("not done after " + LIMIT);
      }
      Thread.sleep(Duration.ofMillis(20));
    }
    double took = (System.nanoTime() - begun) / 1e9;
    long rows = inbox(database) - before;
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f s | %.1f s | %,.0f |%n",
        what,
        rows,
        stored / 1e9,
        took,
        rows / took);
  }

  private record Standing(boolean imported, long waiting) {}

  private static Standing standing(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select not exists (select from import_job where state in ('UPLOADED', 'RUNNING')),
                  (select count(*) from mention where assessment_state in ('PENDING', 'AGAIN'))
                """)) {
      row.next();
      return new Standing(row.getBoolean(1), row.getLong(2));
    }
  }

  private static long inbox(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from inbox_case")) {
      row.next();
      return row.getLong(1);
    }
  }
}
