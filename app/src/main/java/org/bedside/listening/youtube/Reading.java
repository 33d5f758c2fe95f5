package org.bedside.listening.youtube;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;

/** One call's worth of reading a place, within what the day's quota leaves. */
final class Reading {

  private static final Duration WATCHED_OVER = Duration.ofDays(30);
  private static final Duration SEARCH_EVERY = Duration.ofHours(6);
  private static final int BATCH = 50;
  private static final int VIDEOS = 3;
  private static final int UNREAD = 3;
  private static final String THREADS = "commentThreads?part=snippet,replies&textFormat=plainText&";

  private final Api api;
  private final Clock clock;
  private final Place place;
  private final Cursor cursor;
  private final Map<String, RawPost> posts = new LinkedHashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private @Nullable Instant reached;
  private Heard.@Nullable Trouble trouble;

  Reading(Api api, Clock clock, Place place, Cursor cursor) {
    this.api = api;
    this.clock = clock;
    this.place = place;
    this.cursor = cursor;
  }

  Heard read() {
    switch (place.kind()) {
      case CHANNEL -> back("allThreadsRelatedToChannelId=" + place.name());
      case VIDEO -> back("videoId=" + place.name());
      case SEARCH -> {
        search();
        found();
      }
      case HANDLE -> trouble = new Heard.Trouble("youtube.none", place.name(), null);
    }
    if (cursor.page == null) {
      unread();
      again(cursor.comments, THREADS + "id=", true);
      again(cursor.answers, "comments?part=snippet&textFormat=plainText&id=", false);
    }
    return heard();
  }

  private Heard heard() {
    Heard.Trouble why = trouble;
    if (why != null && posts.isEmpty() && withdrawn.isEmpty()) {
      return why;
    }
    Instant limit = clock.instant().minus(WATCHED_OVER);
    Stream.of(cursor.comments, cursor.answers, cursor.unread)
        .forEach(lately -> lately.forgetBefore(limit));
    Heard.Posts heard =
        new Heard.Posts(List.copyOf(posts.values()), List.copyOf(withdrawn), cursor.write());
    if (why != null) {
      boolean spent = why.code().equals("youtube.quota");
      Heard.Posts said = spent ? heard.remarking(List.of(Remark.of("youtube.spent"))) : heard;
      Duration wait = why.retryAfter();
      return wait == null ? said : said.continuing(wait, null);
    }
    Heard.Posts whole = heard.remarking(List.of());
    return cursor.page == null ? whole : whole.continuing(Duration.ZERO, reached);
  }

  /** One page further, from the newest comment back to what is known. */
  private void back(String of) {
    String from = cursor.page;
    String more = from == null ? "" : "&pageToken=" + Place.encoded(from);
    Optional<Json> page = ask(THREADS + "order=time&maxResults=100&" + of + more);
    if (page.isEmpty()) {
      startAnew(from);
      return;
    }
    List<Said> threads = Said.threads(page.get(), clock.instant());
    if (threads.isEmpty() && !page.get().list("items").isEmpty()) {
      trouble = Api.unreadable();
      return;
    }
    threads.forEach(this::take);
    List<Said> tops = threads.stream().filter(said -> !isAnswer(said.id())).toList();
    reached = tops.stream().map(Said::published).min(Instant::compareTo).orElse(null);
    tops.stream()
        .map(Said::published)
        .max(Instant::compareTo)
        .filter(newest -> newest.isAfter(cursor.top))
        .ifPresent(newest -> cursor.top = newest);
    String next = page.get().string("nextPageToken");
    boolean over =
        next == null || next.equals(from) || reached == null || reached.isBefore(cursor.floor);
    if (over) {
      cursor.readBack();
    } else {
      cursor.page = next;
    }
  }

  /** A page that YouTube no longer knows; reading begins at the newest again, and later. */
  private void startAnew(@Nullable String from) {
    Heard.Trouble why = trouble;
    boolean forgotten =
        from != null
            && why != null
            && why.code().equals("outbound.status-other")
            && why.detail().equals("400");
    if (forgotten) {
      cursor.page = null;
      trouble = null;
    }
  }

  /** Looks for videos, some times a day since it is dear, and counts anew those that were found. */
  private void search() {
    Instant last = cursor.searched;
    if (last != null && clock.instant().isBefore(last.plus(SEARCH_EVERY))) {
      return;
    }
    Optional<Json> page =
        ask(
            Quota.SEARCH,
            "search?part=snippet&type=video&order=date&maxResults=50&q="
                + Place.encoded(place.name()));
    if (page.isEmpty()) {
      return;
    }
    for (Json item : page.get().list("items")) {
      String id = item.at("id").string("videoId");
      Instant published = item.at("snippet").time("publishedAt");
      if (id != null && id.matches("[A-Za-z0-9_-]{1,100}")) {
        cursor.videos.add(id, published == null ? clock.instant() : published);
      }
    }
    if (cursor.videos.size() == 0 && !page.get().list("items").isEmpty()) {
      trouble = Api.unreadable();
      return;
    }
    List<String> ids = cursor.videos.next(BATCH);
    if (!ids.isEmpty()) {
      Optional<Json> videos =
          ask("videos?part=snippet,statistics&maxResults=50&id=" + String.join(",", ids));
      if (videos.isEmpty()) {
        return;
      }
      List<Said> there = Said.videos(videos.get(), clock.instant());
      if (there.isEmpty() && !videos.get().list("items").isEmpty()) {
        trouble = Api.unreadable();
        return;
      }
      there.forEach(video -> posts.put("video:" + video.id(), video.post()));
      List<String> left = there.stream().map(Said::id).toList();
      List<String> gone = ids.stream().filter(id -> !left.contains(id)).toList();
      gone.forEach(id -> withdrawn.add("video:" + id));
      cursor.videos.forget(gone);
    }
    cursor.searched = clock.instant();
  }

  /** The newest comments on some of the videos that were found, in turn. */
  private void found() {
    for (String video : cursor.videos.next(VIDEOS)) {
      if (trouble != null) {
        return;
      }
      Optional<Json> page =
          ask(THREADS + "order=time&maxResults=100&videoId=" + Place.encoded(video));
      Heard.Trouble why = trouble;
      boolean closed =
          why != null
              && (why.code().equals("youtube.comments-off")
                  || why.code().equals("outbound.status-404"));
      if (closed) {
        trouble = null;
      }
      page.ifPresent(json -> Said.threads(json, clock.instant()).forEach(this::take));
      cursor.videos.done(video);
    }
  }

  /** Threads have more answers than come with them. */
  private void unread() {
    for (String thread : cursor.unread.next(UNREAD)) {
      if (trouble != null) {
        return;
      }
      ask("comments?part=snippet&textFormat=plainText&maxResults=100&parentId="
              + Place.encoded(thread))
          .ifPresent(
              page -> {
                Said.comments(page, clock.instant()).forEach(this::take);
                cursor.unread.forget(List.of(thread));
              });
    }
  }

  /** Asks once more for what came lately: edits, answers that came since, what is gone. */
  private void again(Lately lately, String question, boolean threads) {
    List<String> ids = lately.next(BATCH);
    if (ids.isEmpty() || trouble != null) {
      return;
    }
    Optional<Json> page = ask(question + Place.encoded(String.join(",", ids)) + "&maxResults=100");
    if (page.isEmpty()) {
      return;
    }
    List<Said> there =
        threads
            ? Said.threads(page.get(), clock.instant())
            : Said.comments(page.get(), clock.instant());
    if (there.isEmpty() && !page.get().list("items").isEmpty()) {
      trouble = Api.unreadable();
      return;
    }
    there.forEach(this::take);
    List<String> left = there.stream().map(Said::id).toList();
    ids.stream().filter(id -> !left.contains(id)).forEach(id -> gone(lately, id));
    ids.forEach(lately::done);
  }

  private void take(Said said) {
    posts.put(said.id(), said.post());
    if (isAnswer(said.id())) {
      cursor.answers.add(said.id(), said.published());
    } else {
      cursor.comments.add(said.id(), said.published());
    }
    if (said.missing()) {
      cursor.unread.add(said.id(), said.published());
    }
  }

  private void gone(Lately lately, String id) {
    if (!posts.containsKey(id)) {
      withdrawn.add(id);
    }
    lately.forget(List.of(id));
    cursor.unread.forget(List.of(id));
  }

  /** The key of an answer is that of its thread, a dot and its own. */
  private static boolean isAnswer(String id) {
    return id.indexOf('.') >= 0;
  }

  private Optional<Json> ask(String question) {
    return ask(Quota.LIST, question);
  }

  private Optional<Json> ask(int units, String question) {
    if (trouble != null) {
      return Optional.empty();
    }
    if (!cursor.quota.spend(units)) {
      trouble = new Heard.Trouble("youtube.quota", "", cursor.quota.untilMidnight());
      return Optional.empty();
    }
    URI url = place.at(question);
    return switch (api.ask(url, cursor.quota.untilMidnight())) {
      case Api.Page(Json json) -> Optional.of(json);
      case Api.No(Heard.Trouble why) -> {
        trouble = why;
        yield Optional.empty();
      }
    };
  }
}
