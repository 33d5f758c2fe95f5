package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * Reads a timeline on from where it was: what is new, then a page of what is older, then, when
 * nothing is waiting, some of what came lately once more, since a server tells nobody who asks what
 * was changed or deleted. Thread-safe.
 */
final class Reader {

  private static final int PAGE = 40;
  private static final Duration BACK = Duration.ofDays(30);
  private static final int MOST_PAGES_BACK = 100;

  /** How long edits and deletions are looked for. */
  private static final Duration WATCHED_OVER = Duration.ofDays(14);

  /** As many as a server hands out at once. */
  private static final int BATCH = 20;

  private static final int MOST_SINGLY = 5;
  private static final int IDLE = 12;

  private final Outbound outbound;
  private final Clock clock;

  Reader(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  Heard read(Target target) {
    Optional<Timeline> timeline = Timeline.of(target.url());
    if (timeline.isEmpty()) {
      return new Heard.Trouble("mastodon.none", String.valueOf(target.url().getHost()), null);
    }
    Server server = new Server(outbound, clock, timeline.get().server(), target.credential());
    Place place = Place.read(target.cursor(), clock.instant().minus(BACK));
    return new Step(timeline.get(), server, place).take();
  }

  /** One call's worth of reading. */
  private final class Step {

    private final Timeline timeline;
    private final Server server;
    private final Place place;
    private final Map<String, RawPost> posts = new LinkedHashMap<>();
    private final List<String> withdrawn = new ArrayList<>();
    private Duration pause = Duration.ZERO;
    private boolean waiting;
    private @Nullable Instant reached;
    private Heard.@Nullable Trouble trouble;

    Step(Timeline timeline, Server server, Place place) {
      this.timeline = timeline;
      this.server = server;
      this.place = place;
    }

    Heard take() {
      boolean first = place.top == null;
      if (first) {
        newest();
      } else {
        newer();
      }
      if (goesOn() && !waiting && !first) {
        if (place.older == null) {
          again();
        } else {
          older();
        }
      }
      Heard.Trouble why = trouble;
      if (why != null && posts.isEmpty() && withdrawn.isEmpty()) {
        return why;
      }
      place.lately.forgetBefore(clock.instant().minus(WATCHED_OVER));
      boolean more = (waiting || place.older != null) && why == null;
      Heard.Posts heard = new Heard.Posts(List.copyOf(posts.values()), withdrawn, place.write());
      Duration wait = why != null && why.retryAfter() != null ? why.retryAfter() : pause;
      if (more || !wait.isZero()) {
        return heard.continuing(wait, place.older == null ? null : reached);
      }
      return heard;
    }

    private boolean goesOn() {
      return trouble == null && pause.isZero();
    }

    private void newest() {
      if (taken(timeline.page(PAGE, "")) instanceof Server.Statuses page
          && !page.statuses().isEmpty()) {
        place.pages = 1;
        olderFrom(page);
      }
    }

    private void newer() {
      boolean lookAtHead = place.idle >= IDLE;
      String from = place.newerThan(timeline.takesFromElsewhere());
      String before = place.top;
      URI url =
          lookAtHead
              ? timeline.page(PAGE, "")
              : timeline.page(PAGE, "min_id=" + Server.encoded(from));
      if (!(taken(url) instanceof Server.Statuses page)) {
        return;
      }
      if (lookAtHead) {
        mend(page);
      }
      String newest = newest(page);
      waiting = page.statuses().size() >= PAGE / 2 && newest != null && !newest.equals(from);
      place.at = waiting ? newest : null;
      boolean brought = before == null || !before.equals(place.top);
      place.idle = brought || lookAtHead ? 0 : place.idle + 1;
    }

    /**
     * A server that was set up anew counts from the beginning: nothing would ever be newer than
     * what is known.
     */
    private void mend(Server.Statuses page) {
      String newest = newest(page);
      String top = place.top;
      if (newest != null && top != null && Place.isNewer(top, newest)) {
        place.top = newest;
      }
    }

    private static @Nullable String newest(Server.Statuses page) {
      return page.statuses().stream()
          .map(Status::id)
          .reduce((a, b) -> Place.isNewer(a, b) ? a : b)
          .orElse(null);
    }

    private void older() {
      String from = place.older == null ? "" : place.older;
      if (taken(timeline.page(PAGE, "max_id=" + Server.encoded(from)))
          instanceof Server.Statuses page) {
        place.pages++;
        olderFrom(page);
        if (from.equals(place.older)) {
          place.older = null;
        }
      }
    }

    private void olderFrom(Server.Statuses page) {
      reached =
          page.statuses().stream().map(Status::published).min(Instant::compareTo).orElse(null);
      boolean enough =
          reached == null || reached.isBefore(place.until) || place.pages >= MOST_PAGES_BACK;
      place.older = enough ? null : page.older();
    }

    private Server.Page taken(URI url) {
      Server.Page page = server.page(url);
      switch (page) {
        case Server.Statuses statuses -> {
          pause = statuses.pause();
          statuses.statuses().forEach(this::take);
        }
        case Server.Refusal refusal -> trouble = refusal.trouble();
      }
      return page;
    }

    private void take(Status status) {
      place.reach(status.id());
      RawPost post = status.post();
      if (post != null) {
        posts.put(status.id(), post);
        place.lately.add(status.id(), status.published());
      } else if (place.lately.knows(status.id())) {
        // It was for all, and is no more.
        gone(status.id());
      }
    }

    private void gone(String id) {
      withdrawn.add(id);
      place.lately.forget(List.of(id));
    }

    /** Asks once more for some that came lately. */
    private void again() {
      List<String> missing = place.singly ? place.lately.next(MOST_SINGLY) : missing();
      for (String id : missing.stream().limit(MOST_SINGLY).toList()) {
        if (!goesOn()) {
          return;
        }
        alone(id);
      }
    }

    /** Those that the server leaves out when it is asked for several. */
    private List<String> missing() {
      List<String> ids = place.lately.next(BATCH);
      if (ids.isEmpty()) {
        return ids;
      }
      String query =
          ids.stream().map(id -> "id[]=" + Server.encoded(id)).collect(Collectors.joining("&"));
      String encoded = query.replace("[]", "%5B%5D");
      return switch (server.page(timeline.server().resolve("/api/v1/statuses?" + encoded))) {
        case Server.Statuses page -> {
          pause = page.pause();
          List<String> there = page.statuses().stream().map(Status::id).toList();
          page.statuses().stream().filter(status -> ids.contains(status.id())).forEach(this::take);
          there.forEach(place.lately::done);
          yield ids.stream().filter(id -> !there.contains(id)).toList();
        }
        case Server.Refusal(Heard.Trouble why, int status) -> {
          if (status == 429 || status == 401 || status / 100 == 5 || status == 0) {
            trouble = why;
            yield List.of();
          }
          place.singly = true;
          yield place.lately.next(MOST_SINGLY);
        }
      };
    }

    private void alone(String id) {
      switch (server.one(id)) {
        case Server.Statuses page -> {
          pause = page.pause();
          page.statuses().forEach(this::take);
          place.lately.done(id);
        }
        case Server.Refusal(Heard.Trouble why, int status) -> {
          if (status == 404 || status == 410) {
            gone(id);
          } else if (status == 429) {
            trouble = why;
          } else {
            place.lately.done(id);
          }
        }
      }
    }
  }
}
