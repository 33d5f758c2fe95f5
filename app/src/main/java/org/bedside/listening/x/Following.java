package org.bedside.listening.x;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Signal;
import org.bedside.outbound.Wire;
import org.jspecify.annotations.Nullable;

/** One connection. */
final class Following {

  private static final Duration RULES_EVERY = Duration.ofMinutes(1);
  private static final Duration ASK_EVERY = Duration.ofMinutes(15);
  private static final int BATCH = 100;

  private final Api api;
  private final Clock clock;
  private final Duration patience;
  private final Target target;
  private final Ears ears;
  private final CatchUp catchUp;
  private final Map<String, Post> waiting = new LinkedHashMap<>();
  private Wish wish;
  private List<String> left;
  private @Nullable List<Remark> said;
  private @Nullable String cursor;
  private Instant rulesAt;
  private Instant askAt;
  private Instant aliveAt;

  /**
   * @param patience after so long without a message the stream is said to be quiet
   */
  Following(
      Api api,
      Clock clock,
      Duration patience,
      Target target,
      Ears ears,
      Wish wish,
      List<String> left) {
    this.api = api;
    this.clock = clock;
    this.patience = patience;
    this.target = target;
    this.ears = ears;
    this.wish = wish;
    this.left = left;
    this.catchUp = new CatchUp(api, clock, ears);
    this.cursor = target.cursor();
    this.aliveAt = clock.instant();
    this.rulesAt = clock.instant().plus(RULES_EVERY);
    this.askAt = clock.instant().plus(ASK_EVERY);
  }

  Heard.Trouble until(Wire wire) throws InterruptedException {
    cursor = catchUp.again(catchUp.missed(rules(), cursor));
    remark();
    while (true) {
      switch (wire.next(waiting.isEmpty() ? patience : Duration.ZERO)) {
        case Signal.Message message -> {
          line(message.text());
          if (waiting.size() >= BATCH) {
            hand();
          }
        }
        case Signal.Quiet _ -> {
          if (!waiting.isEmpty()) {
            hand();
            continue;
          }
          ears.quiet();
        }
        case Signal.Ended(String code, String detail) -> {
          hand();
          return new Heard.Trouble(code, detail, null);
        }
      }
      Heard.Trouble why = inStep();
      if (why != null) {
        return why;
      }
    }
  }

  private void line(String line) throws InterruptedException {
    if (waiting.isEmpty() && !clock.instant().isBefore(aliveAt.plus(patience))) {
      // Heartbeats may come so often that it is never quiet.
      aliveAt = clock.instant();
      ears.quiet();
    }
    Json.read(line)
        .flatMap(json -> Post.one(json, clock.instant()))
        .ifPresent(post -> waiting.put(post.first(), post));
  }

  private void hand() throws InterruptedException {
    if (waiting.isEmpty()) {
      return;
    }
    Place place = Place.read(cursor);
    waiting.values().forEach(place::take);
    String next = place.write();
    List<RawPost> posts = waiting.values().stream().map(Post::post).toList();
    ears.hear(new Heard.Posts(posts, List.of(), next));
    cursor = next;
    waiting.clear();
  }

  /** A watch that was changed is a rule that is changed, within a minute. */
  private Heard.@Nullable Trouble inStep() throws InterruptedException {
    Instant now = clock.instant();
    if (!now.isBefore(rulesAt)) {
      rulesAt = now.plus(RULES_EVERY);
      Heard.Trouble why = change(wish.now(target));
      if (why != null) {
        hand();
        return why;
      }
    }
    if (!now.isBefore(askAt)) {
      askAt = now.plus(ASK_EVERY);
      hand();
      cursor = catchUp.again(catchUp.missing(rules(), cursor));
      remark();
    }
    return null;
  }

  private Heard.@Nullable Trouble change(Wish now) throws InterruptedException {
    List<String> wanted = now.wanted().rules();
    if (wanted.isEmpty()) {
      ears.remark(now.wanted().remarks(List.of()));
      return new Heard.Trouble("x.no-watches", "", null);
    }
    if (!wanted.equals(wish.wanted().rules())) {
      switch (new Rules(api).become(wanted)) {
        case Rules.Became.Not(Heard.Trouble why) -> {
          return why;
        }
        case Rules.Became.Standing(List<String> without) -> left = without;
      }
    }
    wish = now;
    remark();
    return null;
  }

  /** Those that X looks for. */
  private List<String> rules() {
    Set<String> out = Set.copyOf(left);
    return wish.wanted().rules().stream().filter(rule -> !out.contains(rule)).toList();
  }

  /** Says what is left out, where that is not what was said. */
  private void remark() throws InterruptedException {
    List<Remark> now = new ArrayList<>(wish.wanted().remarks(left));
    if (catchUp.noSearch()) {
      now.add(Remark.of("x.no-search"));
    }
    if (!now.equals(said)) {
      ears.remark(now);
      said = now;
    }
  }
}
