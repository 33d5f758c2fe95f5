package org.bedside.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The real server, killed with SIGKILL while it imports a file, asks feeds that grow, looks back
 * through stored posts for a new watch and assesses what all that brings, and started again. {@code
 * -Dbedside.kills=N} says how often, {@code -Dbedside.seed=N} when; {@code bin/kill-test} runs it
 * with ten.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("bedside.kills", 1);
  private static final long SEED = Long.getLong("bedside.seed", 20261122);
  private static final int ROWS = KILLS == 1 ? 1000 : 3000;
  private static final int HISTORY = KILLS == 1 ? 1000 : 10_000;
  private static final int FEEDS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(120L + 30L * KILLS);

  /** Feeds are asked each second; a killed process's sources are taken over after three. */
  private static final List<String> OPTIONS =
      List.of(
          "--bedside.outbound.allow=127.0.0.1",
          "--bedside.outbound.spacing=10ms",
          "--bedside.outbound.per-host=" + FEEDS,
          "--bedside.listening.look-every=100ms",
          "--bedside.listening.rhythm.shortest=1s",
          "--bedside.listening.rhythm.longest=1s",
          "--bedside.listening.rhythm.lease=3s");

  @TempDir Path data;

  private final KilledServer client = new KilledServer();
  private final List<String> jobs = new ArrayList<>();

  @Test
  void everythingIsThereOnceAndAssessedOnceHoweverOftenTheServerIsKilled() throws Exception {
    Random random = new Random(SEED);
    Rows rows = new Rows(data);
    LookingBack past = new LookingBack(client, rows, HISTORY);
    Tally tally = new Tally();
    ServerProcess server = ServerProcess.start(data, OPTIONS);
    try (GrowingFeeds feeds = new GrowingFeeds(FEEDS, SEED)) {
      client.setUp(server);
      rows.noteAssessments();
      past.store(server);
      for (var feed : feeds.urls()) {
        client.listenTo(server, feed);
      }
      for (int kill = 1; kill <= KILLS; kill++) {
        importSomething(server);
        past.begin(server);
        boolean ended = server.process().waitFor(random.nextLong(50, 2000), TimeUnit.MILLISECONDS);
        assertThat(ended).as("the server ended by itself").isFalse();
        server.kill();
        tally.killed(rows);
        Instant before = Instant.now();
        server = ServerProcess.start(data, OPTIONS);
        tally.restarts.add(Duration.between(before, Instant.now()));
      }
      feeds.stopGrowing();
      waitUntilAllIsDone(server, rows, past, feeds.entries());
      eachImportSaysSo(server);
      past.eachRunFoundAllOnce(server);
      eachIsThereOnce(rows, past.matching(), feeds.entries());
      tally.print(rows, feeds, past, jobs.size());
    } finally {
      server.stop();
    }
    if (KILLS >= 10) {
      assertThat(List.of(tally.importing, tally.asking, tally.lookingBack, tally.assessing))
          .as("kills in the middle of an import, of asking a feed, of a run, of assessing")
          .allMatch(times -> times > 0);
    }
  }

  /** So that every kill finds an import at work, or one that has only just ended. */
  private void importSomething(ServerProcess server) throws IOException, InterruptedException {
    if (jobs.isEmpty() || !running(client.get(server, jobs.getLast()))) {
      jobs.add(client.startImport(server, jobs.size(), ROWS));
    }
  }

  private static boolean running(JsonNode job) {
    return job.get("state").asString().equals("running");
  }

  private void waitUntilAllIsDone(
      ServerProcess server, Rows rows, LookingBack past, Map<String, String> entries)
      throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (running(client.get(server, jobs.getLast()))
        || !rows.feedPosts().equals(entries)
        || !past.isDone(server)
        || rows.count("mention where assessment_state in ('PENDING', 'AGAIN')") > 0) {
      assertThat(Instant.now())
          .as(() -> "still at work; see the end of the log:\n" + ServerProcess.lastWords(data))
          .isBefore(limit);
      server.process().waitFor(200, TimeUnit.MILLISECONDS);
    }
  }

  private void eachImportSaysSo(ServerProcess server) throws Exception {
    for (String job : jobs) {
      JsonNode done = client.get(server, job);
      assertThat(done.get("state").asString()).isEqualTo("done");
      assertThat(done.get("read").asLong()).isEqualTo(ROWS);
      assertThat(done.get("stored").asLong()).isEqualTo(ROWS);
      assertThat(done.get("duplicates").asLong()).isZero();
      assertThat(done.get("errors").asLong()).isZero();
    }
  }

  private void eachIsThereOnce(Rows rows, long found, Map<String, String> entries)
      throws SQLException {
    long imported = (long) jobs.size() * ROWS;
    long all = imported + entries.size() + found;
    assertThat(rows.feedPosts()).as("entries, as they were edited last").isEqualTo(entries);
    assertThat(
            rows.count("(select distinct external_id from post where external_id like 'row-%') r"))
        .as("rows of files")
        .isEqualTo(imported);
    assertThat(rows.count("post")).as("posts").isEqualTo(imported + entries.size() + HISTORY);
    assertThat(rows.count("post where external_id like 'row-%' and version > 1")).isZero();
    assertThat(rows.count("mention")).as("mentions").isEqualTo(all);
    assertThat(rows.count("mention where assessment_state = 'ASSESSED'")).isEqualTo(all);
    assertThat(rows.count("assessment")).as("assessments").isEqualTo(all);
    assertThat(
            rows.count(
                """
                assessment a join mention m on m.id = a.mention_id join post p on p.id = m.post_id
                where a.post_version = p.version
                """))
        .as("assessments of what the post says now")
        .isEqualTo(all);
    assertThat(
            rows.column(
                """
                select format('mention %s, version %s: %s times', mention, version, count(*))
                from noted.assessment group by mention, version having count(*) > 2
                """))
        .as("assessed more often than once in haste and once thoroughly")
        .isEmpty();
    assertThat(rows.count("inbox_case")).as("cases").isEqualTo(all);
    assertThat(rows.count("case_mention")).as("mentions in cases").isEqualTo(all);
    assertThat(rows.count("feedback_fact")).as("facts").isEqualTo(all);
    assertThat(rows.count("import_claim")).as("claims left over").isZero();
    assertThat(
            rows.count(
                "post p where version <> 1 + (select count(*) from post_version v"
                    + " where v.post_id = p.id)"))
        .as("posts whose earlier versions are not all kept")
        .isZero();
  }

  /** What the kills hit, for the one who reads the run. */
  private static final class Tally {
    private final List<Duration> restarts = new ArrayList<>();
    private int importing;
    private int asking;
    private int lookingBack;
    private int assessing;

    void killed(Rows rows) throws SQLException {
      importing += rows.count("import_job where state = 'RUNNING'") > 0 ? 1 : 0;
      asking += rows.count("source_state where claim is not null") > 0 ? 1 : 0;
      lookingBack += rows.count("watch_run where state = 'RUNNING' and looked > 0") > 0 ? 1 : 0;
      assessing += rows.count("mention where assessment_state in ('PENDING', 'AGAIN')") > 0 ? 1 : 0;
    }

    void print(Rows rows, GrowingFeeds feeds, LookingBack past, int files) throws SQLException {
      long slowest = restarts.stream().mapToLong(Duration::toMillis).max().orElse(0);
      double mean = restarts.stream().mapToLong(Duration::toMillis).average().orElse(0);
      System.out.printf(
          "Killed %d times (seed %d): %d in the middle of an import, %d of asking a feed, %d"
              + " of looking back, %d with mentions waiting.%n%d rows of %d files and %d feed"
              + " entries in %d requests, %d edits stored; %d mentions of %d watches found among %d"
              + " stored posts: each once. Restarts: %.1f s on average, %.1f s at most.%n",
          KILLS,
          SEED,
          importing,
          asking,
          lookingBack,
          assessing,
          (long) files * ROWS,
          files,
          feeds.entries().size(),
          feeds.requests(),
          rows.count("post_version"),
          past.matching(),
          past.watches(),
          HISTORY,
          mean / 1000,
          slowest / 1000.0);
    }
  }
}
