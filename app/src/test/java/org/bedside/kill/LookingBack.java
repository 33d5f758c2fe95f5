package org.bedside.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stored posts that were no mentions, and watches that look back through them, one after the other,
 * each matching posts of its own.
 */
final class LookingBack {

  private static final String SOURCE = "History";
  private static final int AT_ONCE = 1_000;
  private static final int WORDS = 20;

  private final KilledServer client;
  private final Rows rows;
  private final int posts;
  private final List<String> watches = new ArrayList<>();

  /**
   * @param posts a multiple of a thousand
   */
  LookingBack(KilledServer client, Rows rows, int posts) {
    this.client = client;
    this.rows = rows;
    this.posts = posts;
  }

  /** Posts of which only what a watch matches is a mention; none does yet. */
  void store(ServerProcess server) throws Exception {
    rows.addSource(SOURCE);
    for (int first = 0; first < posts; first += AT_ONCE) {
      StringBuilder body = new StringBuilder("[");
      for (int i = first; i < first + AT_ONCE; i++) {
        body.append(i == first ? "" : ",")
            .append("{\"id\":\"old-%d\",\"text\":\"Corridor %d: %s\"}".formatted(i, i, word(i)));
      }
      client.push(server, SOURCE, body.append("]").toString());
    }
    assertThat(rows.count("mention")).as("mentions before anybody looks back").isZero();
  }

  private static String word(int post) {
    return "lamp" + post % WORDS;
  }

  /** So that every kill finds a watch looking back, or one that has only just ended. */
  void begin(ServerProcess server) throws IOException, InterruptedException {
    JsonNode last = watches.isEmpty() ? null : run(server, watches.getLast());
    if (watches.size() < WORDS && (last == null || isOver(last))) {
      String name = word(watches.size());
      watches.add(client.watch(server, name, name));
    }
  }

  boolean isDone(ServerProcess server) throws IOException, InterruptedException {
    return isOver(run(server, watches.getLast()));
  }

  private static boolean isOver(@Nullable JsonNode run) {
    return run != null && !List.of("waiting", "running").contains(run.get("state").asString());
  }

  private JsonNode run(ServerProcess server, String watch)
      throws IOException, InterruptedException {
    JsonNode runs = client.get(server, "/api/v1/watches/" + watch + "/runs").get("items");
    assertThat(runs).as("one run, however often it was broken off").hasSize(1);
    return runs.get(0);
  }

  int watches() {
    return watches.size();
  }

  /** How many posts all of them match. */
  long matching() {
    return (long) watches.size() * posts / WORDS;
  }

  /** Each run says what is there, and what is there is what the posts hold. */
  void eachRunFoundAllOnce(ServerProcess server) throws Exception {
    for (String watch : watches) {
      JsonNode run = run(server, watch);
      assertThat(run.get("state").asString()).isEqualTo("done");
      assertThat(run.get("found").asLong()).as("found").isEqualTo(posts / WORDS);
      assertThat(run.get("newMentions").asLong()).as("new mentions").isEqualTo(posts / WORDS);
      assertThat(run.get("leftOut").asLong()).as("left out").isZero();
      assertThat(run.get("looked").asLong())
          .as("looked at")
          .isEqualTo(run.get("total").asLong())
          .isEqualTo(stored(watch));
      assertThat(rows.count("mention_watch where watch_id = '" + watch + "'"))
          .as("mentions of the watch")
          .isEqualTo(posts / WORDS);
    }
    assertThat(rows.count("mention m join post p on p.id = m.post_id where external_id ~ '^old-'"))
        .as("stored posts that are mentions")
        .isEqualTo(matching());
  }

  /** What was there when the run of this watch began. */
  private long stored(String watch) throws SQLException {
    return rows.count(
        "post where id <= (select last_post from watch_run where watch_id = '" + watch + "')");
  }
}
