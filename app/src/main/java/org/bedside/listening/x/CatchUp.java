package org.bedside.listening.x;

import java.time.Clock;
import java.time.Duration;
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

  CatchUp(Api api, Clock clock, Ears ears) {
    this.api = api;
    this.clock = clock;
    this.ears = ears;
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
    at = since == null ? cursor : place.write();
    for (String rule : rules) {
      if (!searched(rule, since)) {
        return at;
      }
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
    place.gap = null;
    return place.write();
  }

  /** Whether all was asked for that one rule finds. */
  private boolean searched(String rule, @Nullable String from) throws InterruptedException {
    String since = from;
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String path =
          "/2/tweets/search/recent?max_results=100&"
              + Post.FIELDS
              + "&query="
              + Api.encoded(rule)
              + (since == null ? "" : "&since_id=" + since)
              + (next.isEmpty() ? "" : "&next_token=" + Api.encoded(next));
      switch (api.get(path)) {
        case Asked.Not not -> {
          if (since == null || not.status() != 400) {
            // Without a right to this search there is nothing to wait for.
            return not.status() == 403;
          }
          // The key is older than the seven days that are searched.
          since = null;
          next = "";
        }
        case Asked.Got(Json json, ResponseHeaders headers) -> {
          at = handed(Post.all(json, clock.instant()), at);
          next = json.at("meta").words("next_token");
          if (next.isEmpty() || from == null) {
            return true;
          }
          if (!api.allowance(headers).pause(SPARE).isZero()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private @Nullable String handed(List<Post> posts, @Nullable String cursor)
      throws InterruptedException {
    if (posts.isEmpty()) {
      return cursor;
    }
    Place place = Place.read(cursor);
    Map<String, RawPost> each = new LinkedHashMap<>();
    for (Post post : posts.reversed()) {
      place.take(post);
      each.put(post.first(), post.post());
    }
    String next = place.write();
    ears.hear(new Heard.Posts(List.copyOf(each.values()), List.of(), next));
    return next;
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
      if (key != null && error.words("title").equals("Not Found Error")) {
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
