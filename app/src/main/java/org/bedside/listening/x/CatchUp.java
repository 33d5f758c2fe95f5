package org.bedside.listening.x;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/** Asks for what the stream did not bring: missed posts, deletions, how far posts went. */
final class CatchUp {

  private static final Duration WATCHED_OVER = Duration.ofDays(7);
  private static final int MOST_PAGES = 10;
  private static final int BATCH = 100;
  private static final int SPARE = 2;

  private final Api api;
  private final Clock clock;
  private final Ears ears;
  private @Nullable String at;
  private boolean noSearch;

  CatchUp(Api api, Clock clock, Ears ears) {
    this.api = api;
    this.clock = clock;
    this.ears = ears;
  }

  /** Whether the plan has no search, so that what was missed stays so. */
  boolean noSearch() {
    return noSearch;
  }

  /**
   * Hands over the posts that the rules find since the cursor, or the newest where there is none.
   * What can't be asked for now leaves a gap in the cursor, for the next time. Plans exist without
   * this search; then the stream is all there is.
   *
   * @return the cursor after it
   */
  @Nullable String missed(List<String> rules, @Nullable String cursor) throws InterruptedException {
    Place place = Place.read(cursor);
    String since = place.gap == null ? place.top : place.gap;
    place.gap = since;
    int begun = place.rule == null ? -1 : rules.indexOf(place.rule);
    String until = begun < 0 ? null : place.until;
    at = since == null ? cursor : place.write();
    for (String rule : rules.subList(Math.max(0, begun), rules.size())) {
      if (!searched(rule, since, until)) {
        return at;
      }
      until = null;
    }
    return closed();
  }

  /** The same, where something is missing still. */
  @Nullable String missing(List<String> rules, @Nullable String cursor)
      throws InterruptedException {
    return Place.read(cursor).gap == null ? cursor : missed(rules, cursor);
  }

  private @Nullable String closed() {
    if (at == null) {
      return null;
    }
    Place place = Place.read(at);
    place.close();
    return place.write();
  }

  /** Whether all was asked for that one rule finds. */
  private boolean searched(String rule, @Nullable String from, @Nullable String until)
      throws InterruptedException {
    String since = from;
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String path =
          "/2/tweets/search/recent?max_results=100&"
              + Post.FIELDS
              + "&query="
              + Api.encoded(rule)
              + (since == null ? "" : "&since_id=" + since)
              + (until == null ? "" : "&until_id=" + until)
              + (next.isEmpty() ? "" : "&next_token=" + Api.encoded(next));
      switch (api.get(path)) {
        case Asked.Not not -> {
          if ((since == null && until == null) || not.status() != 400) {
            // Without a right to this search there is nothing to wait for.
            noSearch = not.status() == 403;
            return noSearch;
          }
          // A key is older than the seven days that are searched.
          since = null;
          until = null;
          next = "";
        }
        case Asked.Got(Json json, ResponseHeaders headers) -> {
          noSearch = false;
          List<Post> posts = Post.all(json, clock.instant());
          next = json.at("meta").words("next_token");
          boolean over = next.isEmpty() || from == null;
          at = handed(posts, at, over ? null : rule);
          if (over) {
            return true;
          }
          if (!api.allowance(headers).pause(SPARE).isZero()) {
            return false;
          }
        }
      }
    }
    return false;
  }

  /**
   * @param goesOn the rule whose search goes on below the oldest of them; null where it is over
   */
  private @Nullable String handed(
      List<Post> posts, @Nullable String cursor, @Nullable String goesOn)
      throws InterruptedException {
    if (posts.isEmpty()) {
      return cursor;
    }
    Place place = Place.read(cursor);
    Map<String, RawPost> each = new LinkedHashMap<>();
    String oldest = posts.getFirst().id();
    for (Post post : posts.reversed()) {
      place.take(post);
      each.put(post.first(), post.post());
      oldest = Place.isNewer(oldest, post.id()) ? post.id() : oldest;
    }
    place.rule = goesOn;
    place.until = oldest;
    String next = place.write();
    Heard.Posts heard = new Heard.Posts(List.copyOf(each.values()), List.of(), next);
    Instant reached = posts.stream().map(Post::published).min(Instant::compareTo).orElse(null);
    ears.hear(goesOn == null ? heard : heard.continuing(Duration.ZERO, reached));
    return next;
  }

  /**
   * Posts of accounts that are suspended or protected by now may not be shown any more; X says so
   * of each, and of all where it is our token that may not read them.
   */
  private static boolean isGone(Json error, boolean othersAreRead) {
    String title = error.words("title");
    return title.equals("Not Found Error")
        || (title.equals("Authorization Error") && othersAreRead);
  }

  /** Asks once more for some of what came lately; what is gone there is withdrawn. */
  @Nullable String again(@Nullable String cursor) throws InterruptedException {
    Place place = Place.read(cursor);
    place.lately.forgetBefore(clock.instant().minus(WATCHED_OVER));
    List<String> keys = place.lately.next(BATCH);
    if (keys.isEmpty()) {
      return cursor;
    }
    Map<String, String> byId = new LinkedHashMap<>();
    for (String key : keys) {
      int slash = key.indexOf('/');
      String id = slash < 0 ? key : key.substring(0, slash);
      if (Post.isKey(id)) {
        byId.put(id, key);
      } else {
        place.lately.forget(List.of(key));
      }
    }
    String path = "/2/tweets?" + Post.FIELDS + "&ids=" + String.join(",", byId.keySet());
    if (!(api.get(path) instanceof Asked.Got(Json json, _))) {
      return cursor;
    }
    List<Post> there =
        Post.all(json, clock.instant()).stream()
            .filter(post -> byId.containsKey(post.id()))
            .toList();
    List<String> withdrawn = new ArrayList<>();
    for (Json error : json.list("errors")) {
      String id =
          error.words("resource_id").isEmpty() ? error.words("value") : error.words("resource_id");
      String key = byId.get(id);
      if (key != null && isGone(error, !there.isEmpty())) {
        withdrawn.add(key.substring(key.indexOf('/') + 1));
        place.lately.forget(List.of(key));
      }
    }
    byId.values().forEach(place.lately::done);
    String next = place.write();
    ears.hear(new Heard.Posts(there.stream().map(Post::post).toList(), withdrawn, next));
    return next;
  }
}
