package org.bedside.listening.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listens to a list that a server keeps newest first: what is new since the last time, page by
 * page, and what was brought lately once more, because nobody tells us when it is edited, deleted
 * or shared.
 */
final class Asking {

  /** A list that is newest first. */
  interface Listing {

    /** What is asked: method and parameters. */
    String method();

    String query(Target target, Walk walk);

    /** What a page lists; null where it can't be read. */
    @Nullable Page read(JsonNode body, Instant now);
  }

  /**
   * A page.
   *
   * @param listed addresses and when each was listed, newest first
   * @param posts those that the page itself shows
   * @param next where it goes on; null at the end
   */
  record Page(Map<String, Instant> listed, Map<String, RawPost> posts, @Nullable String next) {}

  /** Lists are not strictly in the order of time. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** Once may be a fault of the server's. */
  private static final int MISSING_MEANS_GONE = 2;

  private final Outbound outbound;
  private final Clock clock;
  private final Listing listing;

  Asking(Outbound outbound, Clock clock, Listing listing) {
    this.outbound = outbound;
    this.clock = clock;
    this.listing = listing;
  }

  Heard listen(Target target) {
    Credential credential =
        target.credential() == null ? Credential.of(Map.of()) : target.credential();
    Session session = new Session(outbound, clock, target.url(), credential);
    Walk walk = Walk.read(target.cursor());
    Fetched fetched = page(session, target, walk);
    if (fetched.trouble() != null
        && walk.page() != null
        && fetched.trouble().retryAfter() == null) {
      // The server may not know the page any more; what comes again is known by its key.
      walk = walk.fromTheTop();
      fetched = page(session, target, walk);
    }
    Page page = fetched.page();
    Heard heard =
        page == null
            ? java.util.Objects.requireNonNull(fetched.trouble(), "neither page nor trouble")
            : heard(session, walk, page);
    return switch (heard) {
      case Heard.Posts posts -> posts.renewing(session.renewed());
      case Heard.Trouble trouble -> trouble.renewing(session.renewed());
      case Heard.Unchanged unchanged -> unchanged;
    };
  }

  private record Fetched(@Nullable Page page, Heard.@Nullable Trouble trouble) {}

  private Fetched page(Session session, Target target, Walk walk) {
    return switch (session.get(listing.method(), listing.query(target, walk))) {
      case Session.Reply.Not(Heard.Trouble trouble) -> new Fetched(null, trouble);
      case Session.Reply.Said(JsonNode body) -> {
        Page page = listing.read(body, clock.instant());
        yield new Fetched(page, page == null ? session.trouble("unreadable", null) : null);
      }
    };
  }

  private Heard heard(Session session, Walk walk, Page page) {
    Instant now = clock.instant();
    Instant seen = walk.seen();
    Instant until = seen == null ? null : seen.minus(OVERLAP);
    boolean reached =
        page.next() == null
            || page.listed().isEmpty()
            || (until != null && page.listed().values().stream().anyMatch(until::isAfter));
    Set<String> fresh = new LinkedHashSet<>();
    page.listed()
        .forEach(
            (uri, at) -> {
              if (until == null || !at.isBefore(until)) {
                fresh.add(uri);
              }
            });
    Set<String> asked = new LinkedHashSet<>(fresh);
    asked.removeAll(page.posts().keySet());
    walk.recent().keySet().stream()
        .filter(uri -> !fresh.contains(uri))
        .limit(reached ? Views.MOST : 0)
        .forEach(asked::add);
    Views views = Views.of(session, asked, now);
    if (views.trouble() != null) {
      return views.trouble();
    }
    Map<String, RawPost> posts = new LinkedHashMap<>(page.posts());
    posts.keySet().retainAll(fresh);
    posts.putAll(views.posts());
    Map<String, Integer> recent = new LinkedHashMap<>(walk.recent());
    List<String> gone = new ArrayList<>();
    Set<String> looked = new LinkedHashSet<>(asked);
    looked.addAll(fresh);
    for (String uri : looked) {
      Integer before = recent.remove(uri);
      int missing =
          posts.containsKey(uri) ? 0 : (before == null ? 0 : before) + (views.whole() ? 1 : 0);
      if (missing >= MISSING_MEANS_GONE) {
        gone.add(uri);
      } else if (before != null || walk.page() == null || recent.size() < Walk.MOST_RECENT) {
        // The further pages of a walk are older: they don't push out the newest.
        recent.put(uri, missing);
      }
    }
    List<RawPost> answered = withQuestions(session, posts, now);
    Instant newest = page.listed().values().stream().max(Instant::compareTo).orElse(null);
    Instant top = later(walk.top(), newest);
    if (reached) {
      Walk done = new Walk(later(seen, top), null, null, recent);
      return new Heard.Posts(answered, gone, done.write());
    }
    Instant oldest = page.listed().values().stream().min(Instant::compareTo).orElse(null);
    Walk on = new Walk(seen, top, page.next(), recent);
    return new Heard.Posts(answered, gone, on.write())
        .continuing(Duration.ZERO, seen == null ? oldest : null);
  }

  /** What a reply answers is its question: read with one call for many rather than each thread. */
  private static List<RawPost> withQuestions(
      Session session, Map<String, RawPost> posts, Instant now) {
    Set<String> parents = new LinkedHashSet<>();
    for (RawPost post : posts.values()) {
      if (post.replyTo() != null) {
        parents.add(post.replyTo());
      }
    }
    // A question that can't be had is no reason not to hear the answer.
    Map<String, RawPost> known = Views.of(session, parents, now).posts();
    return posts.values().stream().map(post -> asked(post, known.get(post.replyTo()))).toList();
  }

  private static RawPost asked(RawPost post, @Nullable RawPost parent) {
    return parent == null
        ? post
        : new RawPost(
            post.externalId(),
            post.text(),
            post.title(),
            parent.text(),
            post.rating(),
            post.author(),
            post.url(),
            post.lang(),
            post.country(),
            post.publishedAt(),
            post.location(),
            post.replyTo(),
            post.reach());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  /** The first posts, without keeping anything. */
  Look look(Target target, String title) {
    return switch (listen(target)) {
      case Heard.Trouble trouble -> new Look.Nothing(trouble.code(), trouble.detail());
      case Heard.Unchanged _ -> found(target, title, List.of());
      case Heard.Posts heard -> found(target, title, heard.posts());
    };
  }

  private static Look found(Target target, String title, List<RawPost> posts) {
    return new Look.Found(
        List.of(
            new Look.Candidate(
                target.url(), title, "Bluesky", posts.stream().limit(10).toList(), posts.size())));
  }
}
