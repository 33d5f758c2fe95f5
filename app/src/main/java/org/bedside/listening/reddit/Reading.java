package org.bedside.listening.reddit;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Allowance;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/** One call's worth of reading a place. */
final class Reading {

  static final String UNREADABLE = "reddit.unreadable";

  private static final Duration WATCHED_OVER = Duration.ofDays(14);
  private static final int SPARE = 5;

  /** As many as may be asked for by their keys at once. */
  private static final int BATCH = 100;

  private static final int THREADS = 3;

  private final Outbound outbound;
  private final Clock clock;
  private final Place place;
  private final Credential credential;
  private final Cursor cursor;
  private final Map<String, RawPost> posts = new LinkedHashMap<>();
  private final List<String> withdrawn = new ArrayList<>();
  private Duration pause = Duration.ZERO;
  private @Nullable Instant reached;
  private Heard.@Nullable Trouble trouble;

  Reading(Outbound outbound, Clock clock, Place place, Credential credential, Cursor cursor) {
    this.outbound = outbound;
    this.clock = clock;
    this.place = place;
    this.credential = credential;
    this.cursor = cursor;
  }

  Heard read() {
    walk(cursor.posts, place.posts());
    if (!place.isSearch()) {
      walk(cursor.comments, place.comments());
    }
    boolean waiting = cursor.posts.after != null || cursor.comments.after != null;
    if (!waiting) {
      threads();
      again();
    }
    Heard.Trouble why = trouble;
    if (why != null && posts.isEmpty() && withdrawn.isEmpty()) {
      return why;
    }
    Instant limit = clock.instant().minus(WATCHED_OVER);
    cursor.lately.forgetBefore(limit);
    cursor.threads.forgetBefore(limit);
    Heard.Posts heard = new Heard.Posts(List.copyOf(posts.values()), withdrawn, cursor.write());
    Duration wait = why != null && why.retryAfter() != null ? why.retryAfter() : pause;
    boolean more = waiting && why == null;
    return more || !wait.isZero() ? heard.continuing(wait, waiting ? reached : null) : heard;
  }

  private boolean goesOn() {
    return trouble == null && pause.isZero();
  }

  /** Reads one page further, from the newest back to what is known. */
  private void walk(Cursor.Walk walk, String path) {
    if (!goesOn()) {
      return;
    }
    String from = walk.after;
    URI url = place.at(path + (from == null ? "" : "after=" + Place.encoded(from) + "&"));
    Optional<Json> page = listing(url);
    if (page.isEmpty()) {
      return;
    }
    List<Thing> things = Thing.all(page.get(), clock.instant());
    things.forEach(this::take);
    Instant oldest = things.stream().map(Thing::created).min(Instant::compareTo).orElse(null);
    things.stream()
        .map(Thing::created)
        .max(Instant::compareTo)
        .filter(newest -> newest.isAfter(walk.top))
        .ifPresent(newest -> walk.top = newest);
    String after = page.get().at("data").string("after");
    boolean over =
        after == null || after.equals(from) || oldest == null || oldest.isBefore(walk.floor);
    if (over) {
      walk.done();
    } else {
      walk.after = after;
      reached = oldest;
    }
  }

  /** Reads the comments of some threads that were found. */
  private void threads() {
    if (!place.isSearch()) {
      return;
    }
    for (String name : cursor.threads.next(THREADS)) {
      if (!goesOn()) {
        return;
      }
      URI url = place.at("/comments/" + Place.encoded(name.substring(3)) + "?sort=new&");
      switch (asked(url)) {
        case Asked.Got(Json json, _) -> {
          json.items().stream()
              .skip(1)
              .forEach(comments -> Thing.all(comments, clock.instant()).forEach(this::take));
          cursor.threads.forget(List.of(name));
        }
        case Asked.Not not -> {
          if (not.status() == 404 || not.status() == 403) {
            cursor.threads.forget(List.of(name));
          } else {
            trouble = not.trouble();
          }
        }
      }
    }
  }

  /** Asks once more for what came lately. */
  private void again() {
    List<String> names = cursor.lately.next(BATCH);
    if (names.isEmpty() || !goesOn()) {
      return;
    }
    URI url = place.at("/api/info?id=" + String.join(",", names) + "&");
    Optional<Json> page = listing(url);
    if (page.isEmpty()) {
      return;
    }
    List<Thing> things = Thing.all(page.get(), clock.instant());
    List<String> there = things.stream().map(Thing::name).toList();
    things.stream().filter(thing -> names.contains(thing.name())).forEach(this::take);
    // Where not one is left it is rather the answer that is wrong.
    if (!there.isEmpty()) {
      names.stream().filter(name -> !there.contains(name)).forEach(this::gone);
    }
    names.forEach(cursor.lately::done);
  }

  private void take(Thing thing) {
    RawPost post = thing.post();
    if (thing.gone()) {
      if (cursor.lately.knows(thing.name())) {
        gone(thing.name());
      }
    } else if (post != null) {
      RawPost before = posts.put(thing.name(), post);
      boolean isNew = before == null && !cursor.lately.knows(thing.name());
      cursor.lately.add(thing.name(), thing.created());
      if (place.isSearch() && isNew && thing.answers() > 0) {
        cursor.threads.add(thing.name(), thing.created());
      }
    }
  }

  private void gone(String name) {
    withdrawn.add(name);
    posts.remove(name);
    cursor.lately.forget(List.of(name));
    cursor.threads.forget(List.of(name));
  }

  private Optional<Json> listing(URI url) {
    return switch (asked(url)) {
      case Asked.Got(Json json, _) -> {
        List<Json> children = json.at("data").list("children");
        boolean understood =
            json.at("data", "children").isArray()
                && (children.isEmpty() || !Thing.all(json, clock.instant()).isEmpty());
        if (!understood) {
          trouble = new Heard.Trouble(UNREADABLE, "", null);
        }
        yield understood ? Optional.of(json) : Optional.empty();
      }
      case Asked.Not not -> {
        trouble = not.trouble();
        yield Optional.empty();
      }
    };
  }

  private Asked asked(URI url) {
    Request request =
        Request.get(url)
            .with("Accept", "application/json")
            .with("Authorization", "Bearer " + credential.get(Grant.ACCESS_TOKEN));
    Asked answer = Asked.json(outbound, request, UNREADABLE);
    Allowance allowance = allowance(answer.headers());
    pause = allowance.pause(SPARE);
    return answer instanceof Asked.Not not ? refused(not, allowance) : answer;
  }

  /** A token that isn't taken any more is fetched anew the next time. */
  private Asked.Not refused(Asked.Not not, Allowance allowance) {
    Heard.Trouble why = allowance.in(not.trouble(), not.status());
    if (not.status() == 401) {
      why = why.renewing(credential.with(Grant.ACCESS_TOKEN, ""));
    }
    return new Asked.Not(why, not.status(), not.headers(), not.said());
  }

  private Allowance allowance(ResponseHeaders headers) {
    return Allowance.read(headers, "x-ratelimit-", clock);
  }
}
