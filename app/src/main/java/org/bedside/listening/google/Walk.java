package org.bedside.listening.google;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;

/**
 * Reads one page of reviews, those changed last before the others. An ordinary walk ends at what is
 * known; once a day all are read, and known ones that are missing then are withdrawn.
 */
record Walk(Outbound outbound, Clock clock, URI location, Credential credential, Cursor cursor) {

  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(24);
  private static final Duration AFTER_A_PARTIAL_SWEEP = Duration.ofHours(1);
  private static final int PAGE = 50;

  Heard step() {
    boolean begins = cursor.page == null;
    if (begins) {
      Instant swept = cursor.swept;
      cursor.sweeping = swept == null || swept.plus(BETWEEN_SWEEPS).isBefore(clock.instant());
      cursor.newest = null;
      cursor.seen.clear();
    }
    String token = cursor.page == null ? "" : cursor.page;
    return switch (Asked.json(outbound, request(token), "google.unreadable")) {
      case Asked.Got got when got.json().isObject() -> page(got.json());
      case Asked.Got _ -> new Heard.Trouble("google.unreadable", "", null);
      case Asked.Not not when not.status() == 400 && !token.isEmpty() -> anew();
      case Asked.Not not -> refused(not);
    };
  }

  private Request request(String token) {
    String page =
        token.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    URI url =
        URI.create(location + "/reviews?pageSize=" + PAGE + "&orderBy=updateTime%20desc" + page);
    return Request.get(url)
        .with("Authorization", "Bearer " + credential.get(Grant.ACCESS_TOKEN))
        .with("Accept", "application/json");
  }

  /** The server doesn't know the page any more: the walk begins again. */
  private Heard anew() {
    cursor.page = null;
    return new Heard.Posts(List.of(), List.of(), cursor.write())
        .continuing(Duration.ofMinutes(1), null);
  }

  static Heard.Trouble refused(Asked.Not not) {
    return switch (not.status()) {
      case 401 -> new Heard.Trouble("google.sign-in-again", "", null);
      case 403 -> new Heard.Trouble("google.no-access", "", not.trouble().retryAfter());
      case 404 -> new Heard.Trouble("google.no-location", "", null);
      default -> not.trouble();
    };
  }

  private Heard page(Json json) {
    List<RawPost> posts = new ArrayList<>();
    Instant top = cursor.top;
    boolean reachedKnown = false;
    for (Json item : json.list("reviews")) {
      GoogleReview review = GoogleReview.of(item, clock.instant());
      if (review != null) {
        posts.add(review.post());
        cursor.know(review.id());
        cursor.seen.add(review.id());
        Instant newest = cursor.newest;
        cursor.newest =
            newest == null || review.updated().isAfter(newest) ? review.updated() : newest;
        reachedKnown |= top != null && review.updated().isBefore(top);
      }
    }
    String next = json.words("nextPageToken");
    boolean more = !next.isEmpty() && (cursor.sweeping || !reachedKnown);
    if (more) {
      cursor.page = next;
      Instant reached = posts.isEmpty() ? null : posts.getLast().publishedAt();
      return new Heard.Posts(posts, List.of(), cursor.write()).continuing(Duration.ZERO, reached);
    }
    List<String> withdrawn = next.isEmpty() && cursor.sweeping ? gone(json) : List.of();
    cursor.page = null;
    cursor.top = cursor.newest == null ? cursor.top : cursor.newest;
    cursor.seen.clear();
    return new Heard.Posts(posts, withdrawn, cursor.write());
  }

  /** Known ones that a whole reading didn't show; none unless as many came as Google counts. */
  private List<String> gone(Json json) {
    Long total = json.number("totalReviewCount");
    boolean whole = total != null && cursor.seen.size() >= total;
    Instant now = clock.instant();
    cursor.swept = whole ? now : now.minus(BETWEEN_SWEEPS).plus(AFTER_A_PARTIAL_SWEEP);
    if (!whole) {
      return List.of();
    }
    List<String> gone = cursor.known.stream().filter(id -> !cursor.seen.contains(id)).toList();
    gone.forEach(cursor.known::remove);
    return gone;
  }
}
