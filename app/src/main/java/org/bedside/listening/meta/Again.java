package org.bedside.listening.meta;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks once more for some of what an edge brought lately, for whoever has no webhook. What Meta
 * says isn't there is withdrawn only where another thing of the same kind can be read by its key:
 * Meta says the same of what may not be read.
 */
final class Again {

  static final Duration WATCHED_OVER = Duration.ofDays(14);
  private static final int EACH = 5;

  private final Graph graph;
  private final Clock clock;
  private final Account account;
  private final Cursor cursor;
  private final List<RawPost> posts = new ArrayList<>();
  private final List<String> there = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Duration pause = Duration.ZERO;
  private boolean goesOn = true;

  /**
   * @param posts as they are now
   * @param pause how long Meta asks us to stay away; zero where it doesn't
   */
  record Told(List<RawPost> posts, List<String> withdrawn, Duration pause) {
    static final Told NOTHING = new Told(List.of(), List.of(), Duration.ZERO);
  }

  Again(Graph graph, Clock clock, Account account, Cursor cursor) {
    this.graph = graph;
    this.clock = clock;
    this.account = account;
    this.cursor = cursor;
  }

  /**
   * @param shown what the edge's newest page shows, which needs no asking
   */
  Told ask(List<RawPost> shown) {
    Optional<String> fields = account.fieldsOfOne(cursor.edge);
    Lately lately = cursor.lately.get(cursor.edge);
    lately.forgetBefore(clock.instant().minus(WATCHED_OVER));
    List<String> newest = shown.stream().map(post -> String.valueOf(post.externalId())).toList();
    newest.forEach(lately::done);
    List<String> ids = lately.next(EACH).stream().filter(id -> !newest.contains(id)).toList();
    if (fields.isEmpty() || ids.isEmpty()) {
      return Told.NOTHING;
    }
    for (String id : ids) {
      if (goesOn) {
        one(id, fields.get());
      }
    }
    List<String> asked = new ArrayList<>(there);
    asked.addAll(missing);
    boolean sure =
        goesOn && (missing.isEmpty() || !there.isEmpty() || isRead(newest, fields.get()));
    List<String> withdrawn = sure ? List.copyOf(missing) : List.of();
    lately.forget(withdrawn);
    asked.forEach(lately::done);
    return new Told(posts, withdrawn, pause);
  }

  /** Whether what certainly is there can be read by its key. */
  private boolean isRead(List<String> newest, String fields) {
    Optional<String> known = newest.stream().filter(Things::isNumbered).findFirst();
    known.ifPresent(id -> one(id, fields));
    return known.filter(there::contains).isPresent();
  }

  private void one(String id, String fields) {
    switch (graph.ask(account.base() + "/" + id + "?fields=" + fields)) {
      case Asked.Got got when got.json().words("id").equals(id) -> {
        there.add(id);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("data").add(got.json().node());
        posts.addAll(Things.read(new Json(page), account.id(), clock.instant()));
        pause = Usage.pause(got.headers());
        goesOn = pause.isZero();
      }
      case Asked.Got _ -> goesOn = false;
      case Asked.Not not when Graph.isMissing(not) -> {
        missing.add(id);
        pause = Usage.pause(not.headers());
        goesOn = pause.isZero();
      }
      case Asked.Not not -> {
        goesOn = false;
        Heard.Trouble why = Graph.refused(not);
        pause = why.retryAfter() == null ? Duration.ZERO : why.retryAfter();
      }
    }
  }
}
