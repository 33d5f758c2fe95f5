package org.bedside.listening.bluesky;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Posts as the network shows them: with their author's handle and how far they went.
 *
 * @param posts by their address
 * @param whole whether everything could be read, so that what isn't there is gone
 */
record Views(Map<String, RawPost> posts, boolean whole, Heard.@Nullable Trouble trouble) {

  /** As many as one call takes. */
  static final int MOST = 25;

  /** Reads the views in a list. */
  static Views read(JsonNode list, Instant now) {
    Map<String, RawPost> posts = new LinkedHashMap<>();
    boolean whole = list.isArray();
    for (JsonNode view : list) {
      RawPost post = one(view, now);
      if (post == null || post.externalId() == null) {
        // A post without words is no damage, and neither is it gone.
        whole = false;
      } else {
        posts.put(post.externalId(), post);
      }
    }
    return new Views(posts, whole, null);
  }

  private static @Nullable RawPost one(JsonNode view, Instant now) {
    String handle = Posts.text(view.path("author").path("handle"));
    String did = Posts.text(view.path("author").path("did"));
    Instant indexed = Syntax.time(Posts.text(view.path("indexedAt")));
    RawPost post =
        Posts.read(
            Posts.text(view.path("uri")),
            view.path("record"),
            handle.isEmpty() || handle.equals("handle.invalid") ? did : handle,
            indexed == null || indexed.isAfter(now) ? now : indexed);
    return post == null
        ? null
        : post.within(
            post.replyTo(),
            Reach.of(
                count(view.path("likeCount")),
                sum(count(view.path("repostCount")), count(view.path("quoteCount"))),
                count(view.path("replyCount"))));
  }

  private static @Nullable Long count(JsonNode node) {
    return node.isIntegralNumber() ? node.asLong(0) : null;
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null ? other : other == null ? one : Long.valueOf(one + other);
  }

  /** Asks for posts by their addresses, some calls for many. */
  static Views of(Session session, Collection<String> uris, Instant now) {
    Map<String, RawPost> posts = new LinkedHashMap<>();
    boolean whole = true;
    List<String> all = List.copyOf(uris);
    for (int from = 0; from < all.size(); from += MOST) {
      StringBuilder query = new StringBuilder();
      for (String uri : all.subList(from, Math.min(all.size(), from + MOST))) {
        query.append(query.isEmpty() ? "" : "&").append("uris=").append(encoded(uri));
      }
      switch (session.get("app.bsky.feed.getPosts", query.toString())) {
        case Session.Reply.Said(JsonNode body) -> {
          Views views = read(body.path("posts"), now);
          posts.putAll(views.posts());
          whole &= views.whole();
        }
        case Session.Reply.Not(Heard.Trouble trouble) -> {
          return new Views(posts, false, trouble);
        }
      }
    }
    return new Views(posts, whole, null);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
