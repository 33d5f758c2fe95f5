package org.bedside.listening.meta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;

/** One call's worth of reading an account: a page of one edge, or more comments of one post. */
final class Walk {

  private static final Duration BACK = Duration.ofDays(30);
  private static final int MOST_PAGES = 20;

  private final Graph graph;
  private final Clock clock;
  private final Account account;
  private final Cursor cursor;
  private final boolean hooked;

  /**
   * @param hooked whether what a webhook needs was entered
   */
  Walk(Graph graph, Clock clock, Account account, Cursor cursor, boolean hooked) {
    this.graph = graph;
    this.clock = clock;
    this.account = account;
    this.cursor = cursor;
    this.hooked = hooked;
    cursor.edge = Math.min(cursor.edge, account.edges().size() - 1);
  }

  Heard step() {
    Cursor.Further thread = cursor.thread();
    return thread == null ? edge() : comments(thread);
  }

  private Heard edge() {
    String after = cursor.after == null ? "" : "&after=" + Graph.encoded(cursor.after);
    return switch (graph.ask(account.url(account.edges().get(cursor.edge) + after))) {
      case Asked.Got got when got.json().at("data").isArray() ->
          brought(got.json(), Usage.pause(got.headers()), Usage.isLow(got.headers()));
      case Asked.Got _ -> unreadable();
      case Asked.Not not -> Graph.refused(not);
    };
  }

  private Heard brought(Json page, Duration pause, boolean room) {
    List<RawPost> posts = Things.read(page, account.id(), clock.instant());
    deeper(page);
    remember(posts, cursor.edge);
    Again.Told again = Again.Told.NOTHING;
    if (cursor.backfilled && pause.isZero() && room) {
      again = new Again(graph, clock, account, cursor).ask(posts);
    }
    boolean first = cursor.edge == 0 && cursor.after == null;
    Instant oldest = oldest(posts);
    boolean further = goesFurther(page, oldest);
    boolean last = !further && cursor.edge == account.edges().size() - 1;
    if (further) {
      cursor.after = page.at("paging", "cursors").words("after");
      cursor.pages++;
    } else {
      cursor.edge = last ? 0 : cursor.edge + 1;
      cursor.after = null;
      cursor.pages = 0;
      cursor.backfilled |= last;
    }
    List<RawPost> all = new ArrayList<>(posts);
    all.addAll(again.posts());
    Heard.Posts heard = new Heard.Posts(all, again.withdrawn(), cursor.write());
    Heard.Posts said = first ? heard.remarking(remarks(page)) : heard;
    Duration wait = pause.isZero() ? again.pause() : pause;
    if (!wait.isZero()) {
      return said.continuing(wait, null);
    }
    boolean more = !last || cursor.thread() != null;
    return more ? said.continuing(Duration.ZERO, further ? oldest : null) : said;
  }

  private boolean goesFurther(Json page, @Nullable Instant oldest) {
    String after = page.at("paging", "cursors").words("after");
    return !cursor.backfilled
        && page.at("paging").string("next") != null
        && !after.isEmpty()
        && !after.equals(cursor.after)
        && cursor.pages < MOST_PAGES
        && isRecent(oldest);
  }

  private boolean isRecent(@Nullable Instant oldest) {
    return oldest == null || oldest.isAfter(clock.instant().minus(BACK));
  }

  /** Nobody tells us of new comments on what is too old for the page that is read. */
  private List<Remark> remarks(Json page) {
    boolean older = page.at("paging").string("next") != null;
    return older && !hooked ? List.of(Remark.of("meta.no-webhook")) : List.of();
  }

  /** Posts of whose comments none that came is known may have more that aren't. */
  private void deeper(Json page) {
    if (cursor.edge != 0) {
      return;
    }
    Lately known = cursor.lately.getFirst();
    for (Json post : page.list("data")) {
      Json comments = post.at("comments");
      boolean isNew = comments.list("data").stream().noneMatch(one -> known.knows(one.words("id")));
      if (isNew && mayGoOn(Things.read(comments, account.id(), clock.instant()))) {
        follow(post.words("id"), comments);
      }
    }
  }

  /** What is no longer remembered is not read back again each time. */
  private boolean mayGoOn(List<RawPost> comments) {
    Instant remembered = clock.instant().minus(Again.WATCHED_OVER);
    return cursor.backfilled
        ? comments.stream()
            .map(RawPost::publishedAt)
            .anyMatch(time -> time != null && time.isAfter(remembered))
        : isRecent(oldest(comments));
  }

  private void follow(String post, Json comments) {
    if (comments.at("paging").string("next") != null) {
      cursor.add(new Cursor.Further(post, comments.at("paging", "cursors").words("after")));
    }
  }

  private Heard comments(Cursor.Further thread) {
    String url = account.comments(thread.post()) + "&after=" + Graph.encoded(thread.after());
    return switch (graph.ask(url)) {
      case Asked.Got got when got.json().at("data").isArray() -> {
        Json page = got.json();
        List<RawPost> posts = Things.readOn(page, thread.post(), account.id(), clock.instant());
        Instant oldest = oldest(posts);
        cursor.done(thread);
        boolean same = page.at("paging", "cursors").words("after").equals(thread.after());
        if (!same && isRecent(oldest)) {
          follow(thread.post(), page);
        }
        remember(posts, 0);
        yield new Heard.Posts(posts, List.of(), cursor.write())
            .continuing(Usage.pause(got.headers()), oldest);
      }
      case Asked.Got _ -> unreadable();
      case Asked.Not not when Graph.isMissing(not) || not.status() == 400 -> {
        Heard.Trouble why = Graph.refused(not);
        if (why.code().startsWith("meta.") || why.retryAfter() != null) {
          yield why;
        }
        // The post is gone, or the page is known no more: the newest are read again anyway.
        cursor.done(thread);
        yield new Heard.Posts(List.of(), List.of(), cursor.write()).continuing(Duration.ZERO, null);
      }
      case Asked.Not not -> Graph.refused(not);
    };
  }

  private void remember(List<RawPost> posts, int edge) {
    for (RawPost post : posts) {
      String id = String.valueOf(post.externalId());
      Instant published = post.publishedAt();
      if (Things.isNumbered(id)) {
        cursor.lately.get(edge).add(id, published == null ? clock.instant() : published);
      }
    }
  }

  private static @Nullable Instant oldest(List<RawPost> posts) {
    return posts.stream()
        .map(RawPost::publishedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Heard.Trouble unreadable() {
    return new Heard.Trouble("meta.unreadable", "", null);
  }
}
