package org.bedside.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bedside.bench.Data;

/**
 * A network's whole stream into one inbox: posts a second, many watches, some posts that match. It
 * measures the time from a matching post's sending to its row in the inbox, kills the server in the
 * middle, and counts in the end: nothing lost, nothing twice.
 *
 * <p>Arguments: posts a second (20000), seconds (60), watches of an organization (100000), of how
 * many posts one matches (200), organizations that listen (1).
 */
public final class StreamBench {

  private static final int LOOK_EVERY_MILLIS = 25;
  private static final int LATE = 500;
  private static final long LIMIT_NANOS = 600_000_000_000L;

  private StreamBench() {}

  /** Prints the table for {@code docs/figures.md}. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    int perSecond = number(args, 0, 20_000);
    int seconds = number(args, 1, 60);
    int watches = number(args, 2, 100_000);
    int oneOf = number(args, 3, 200);
    int organizations = number(args, 4, 1);
    Path folder = Files.createTempDirectory("bedside-bench");
    Path data = folder.resolve("data");
    StreamedPosts posts = new StreamedPosts(Data.find(), (long) perSecond * seconds, oneOf);
    Map<Long, Long> seen = new HashMap<>();
    String allow = "--bedside.outbound.allow=127.0.0.1";
    try {
      NetworkStream stream;
      long killedAt;
      try (ServerProcess server = ServerProcess.start(data, allow);
          Visitor program = new Visitor(server.address());
          Connection database = server.database()) {
        String token = program.setUp("Benchmark");
        found(database, organizations - 1);
        watch(database, watches);
        stream = new NetworkStream(posts, perSecond);
        add(database, program, token, "ws://127.0.0.1:" + stream.getPort() + "/subscribe");
        stream.awaitListener();
        ServerProcess.Processor atFirst = server.processor();
        look(database, stream, posts, seen, posts.count() * 2 / 3, organizations);
        processor(server.processor().since(atFirst), stream.furthest());
        connections(stream, organizations);
        ServerProcess.Memory memory = server.memory();
        System.out.printf(
            Locale.ROOT,
            "At two thirds: post %,d of %,d, %,d a second; held up for %,d ms; Java %,d MB,"
                + " PostgreSQL %,d MB.%n",
            stream.furthest(),
            posts.count(),
            stream.pace(),
            stream.heldMillis(),
            memory.java(),
            memory.postgres());
        latency(stream, seen, 10L * perSecond);
        course(stream, seen, perSecond);
        stages(database, stream, 10L * perSecond);
        killedAt = stream.furthest();
        server.kill();
      }
      try (ServerProcess again = ServerProcess.start(data, allow);
          Connection database = again.database()) {
        System.out.printf(Locale.ROOT, "Killed at post %,d; started again.%n", killedAt);
        look(database, stream, posts, seen, posts.count(), organizations);
        connections(stream, organizations);
        count(database, posts, organizations);
      }
    } finally {
      ServerProcess.delete(folder);
    }
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  /** So many organizations more, without members. */
  private static void found(Connection database, int organizations) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into organization (organization_id, name, time_zone, founded_at)
            select gen_random_uuid(), 'Organization ' || i, 'UTC', now()
            from generate_series(1, ?) i
            """)) {
      insert.setInt(1, organizations);
      insert.executeUpdate();
    }
  }

  private static void connections(NetworkStream stream, int organizations) {
    System.out.printf(
        Locale.ROOT,
        "%,d organizations: the sender has seen %,d connections so far, of which %,d are open.%n",
        organizations,
        stream.connections(),
        stream.open());
  }

  /** One watch that matches and so many names that nobody writes. */
  private static void watch(Connection database, int watches) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into watch (id, organization_id, name, query, state, created_at, changed_at)
            select gen_random_uuid(), organization_id, 'Watch ' || i,
              case when i = 0 then '%s' else '"Qu' || md5(i::text) || ' hospital"' end,
              'ACTIVE', now(), now()
            from organization, generate_series(0, ?) i
            """
                .formatted(StreamedPosts.NAME))) {
      insert.setInt(1, watches - 1);
      insert.executeUpdate();
    }
  }

  /**
   * As adding it on the page would; the look at it is left out, since the network sends at once.
   */
  private static void add(Connection database, Visitor program, String token, String url)
      throws SQLException, IOException, InterruptedException {
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            with added as (
              insert into source (id, organization_id, kind, name, url, takes, created_at)
              select gen_random_uuid(), organization_id, 'FEED', 'The network', ?, 'MATCHED', now()
              from organization returning id, organization_id)
            insert into source_state (source_id, organization_id, connector, next_poll_at)
            select id, organization_id, 'bluesky-jetstream', now() from added
            """)) {
      insert.setString(1, url);
      insert.executeUpdate();
    }
    program.send(
        program.request("/api/v1/sources").header("Authorization", "Bearer " + token).GET());
  }

  /** Notes when each matching post is seen in every inbox, until those up to a post are. */
  private static void look(
      Connection database,
      NetworkStream stream,
      StreamedPosts posts,
      Map<Long, Long> seen,
      long to,
      int organizations)
      throws SQLException, InterruptedException {
    long begun = System.nanoTime();
    long wanted = posts.matchesTo(to - 1);
    long newest = 0;
    Map<Long, Integer> inboxes = new HashMap<>();
    Set<Long> cases = new HashSet<>();
    try (PreparedStatement fresh =
        database.prepareStatement(
            """
            select c.id, p.external_id from inbox_case c
            join mention m on m.id = c.lead_mention join post p on p.id = m.post_id
            where c.id > ? order by c.id
            """)) {
      while (seen.size() < wanted && System.nanoTime() - begun < LIMIT_NANOS) {
        // Organizations commit beside each other, and not in the order of their ids.
        fresh.setLong(1, newest - (organizations == 1 ? 0 : LATE));
        try (ResultSet rows = fresh.executeQuery()) {
          long now = System.nanoTime();
          while (rows.next()) {
            if (!cases.add(rows.getLong(1))) {
              continue;
            }
            newest = Math.max(newest, rows.getLong(1));
            String key = rows.getString(2);
            long number = StreamedPosts.number(key.substring(key.lastIndexOf('/') + 1));
            if (inboxes.merge(number, 1, Integer::sum) == organizations) {
              seen.putIfAbsent(number, now);
            }
          }
        }
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "In the inbox: %,d of %,d matching posts among the first %,d (sent so far to %,d).%n",
        seen.size(),
        wanted,
        to,
        stream.furthest());
  }

  /** Of the posts from a number on, so that connecting and warming up are not in it. */
  private static void latency(NetworkStream stream, Map<Long, Long> seen, long from) {
    double[] millis =
        seen.entrySet().stream()
            .filter(entry -> entry.getKey() >= from && stream.sent().containsKey(entry.getKey()))
            .mapToDouble(
                entry -> (entry.getValue() - stream.sent().getOrDefault(entry.getKey(), 0L)) / 1e6)
            .toArray();
    Arrays.sort(millis);
    if (millis.length > 0) {
      System.out.printf(
          Locale.ROOT,
          "From sending to the inbox, after the first 10 seconds: median %.0f ms, p99 %.0f ms,"
              + " longest %.0f ms (%,d posts, looked at every %d ms).%n",
          millis[millis.length / 2],
          millis[(int) (millis.length * 0.99)],
          millis[millis.length - 1],
          millis.length,
          LOOK_EVERY_MILLIS);
    }
  }

  /** The same for posts of each five seconds as they were to be sent: shows what piles up, when. */
  private static void course(NetworkStream stream, Map<Long, Long> seen, int perSecond) {
    TreeMap<Long, List<Double>> course = new TreeMap<>();
    seen.forEach(
        (number, at) -> {
          Long sent = stream.sent().get(number);
          if (sent != null) {
            course
                .computeIfAbsent(number / perSecond / 5 * 5, _ -> new ArrayList<>())
                .add((at - sent) / 1e6);
          }
        });
    course.forEach(
        (second, millis) -> {
          millis.sort(null);
          System.out.printf(
              Locale.ROOT,
              "  posts of second %d to %d: median %.0f ms, p99 %.0f ms%n",
              second,
              second + 5,
              millis.get(millis.size() / 2),
              millis.get((int) (millis.size() * 0.99)));
        });
  }

  /** What a post costs on a processor; the benchmark's own share is nearly all the sender's. */
  private static void processor(ServerProcess.Processor used, long posts) {
    System.out.printf(
        Locale.ROOT,
        "On the processors, a post: server %.1f µs, PostgreSQL %.1f µs, sender %.1f µs.%n",
        used.java().toNanos() / 1e3 / posts,
        used.postgres().toNanos() / 1e3 / posts,
        used.benchmark().toNanos() / 1e3 / posts);
  }

  /** Where the time goes, as the server's own clock noted it at each step. */
  private static void stages(Connection database, NetworkStream stream, long from)
      throws SQLException {
    long offset = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
    List<double[]> stages = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select p.external_id, extract(epoch from p.received_at) * 1000,
                  extract(epoch from a.assessed_at) * 1000, extract(epoch from c.opened_at) * 1000
                from post p join mention m on m.post_id = p.id
                join assessment a on a.mention_id = m.id join inbox_case c on c.lead_mention = m.id
                """)) {
      while (row.next()) {
        String key = row.getString(1);
        long number = StreamedPosts.number(key.substring(key.lastIndexOf('/') + 1));
        Long sent = stream.sent().get(number);
        if (sent != null && number >= from) {
          double begun = (sent + offset) / 1e6;
          stages.add(
              new double[] {
                row.getDouble(2) - begun,
                row.getDouble(3) - row.getDouble(2),
                row.getDouble(4) - row.getDouble(3)
              });
        }
      }
    }
    stage(stages, 0, "from sending to a batch being taken in");
    stage(stages, 1, "matched, stored, committed, assessed");
    stage(stages, 2, "its assessment stored, its case opened");
  }

  private static void stage(List<double[]> stages, int index, String name) {
    double[] millis = stages.stream().mapToDouble(all -> all[index]).sorted().toArray();
    if (millis.length > 0) {
      System.out.printf(
          Locale.ROOT,
          "  %s: median %.0f ms, p99 %.0f ms%n",
          name,
          millis[millis.length / 2],
          millis[(int) (millis.length * 0.99)]);
    }
  }

  private static void count(Connection database, StreamedPosts posts, int organizations)
      throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select (select count(*) from post),
                  (select count(distinct (organization_id, external_id)) from post),
                  (select count(*) from mention), (select count(*) from assessment),
                  (select count(*) from case_mention)
                """)) {
      row.next();
      System.out.printf(
          Locale.ROOT,
          "In the end: %,d matching posts sent, for each of %,d organizations; %,d stored, %,d"
              + " different, %,d mentions, %,d assessed, %,d in cases.%n",
          posts.matchesTo(posts.count() - 1),
          organizations,
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5));
    }
  }
}
