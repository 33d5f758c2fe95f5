package org.bedside.listening.reddit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A post or a comment as the API describes it (reddit.com/dev/api).
 *
 * @param name its key, such as {@code t3_abc}
 * @param gone whether its writer deleted it or a moderator removed it
 * @param answers how many comments a post has; 0 of a comment
 * @param post null where it is gone
 */
record Thing(String name, Instant created, boolean gone, long answers, @Nullable RawPost post) {

  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int MOST = 1_000;

  /** The things of a listing, with the answers within answers, each once. */
  static List<Thing> all(Json listing, Instant now) {
    List<Thing> things = new ArrayList<>();
    Deque<Json> waiting = new ArrayDeque<>(listing.at("data").list("children"));
    while (!waiting.isEmpty() && things.size() < MOST) {
      Json child = waiting.removeFirst();
      read(child, now).ifPresent(things::add);
      waiting.addAll(child.at("data", "replies", "data").list("children"));
    }
    return things;
  }

  /** Empty where it is neither post nor comment. */
  private static Optional<Thing> read(Json child, Instant now) {
    Json data = child.at("data");
    String name = data.string("name");
    String kind = child.words("kind");
    Instant created = data.epoch("created_utc");
    boolean known = kind.equals("t1") || kind.equals("t3");
    if (!known || name == null || !name.startsWith(kind + "_") || name.length() > 50) {
      return Optional.empty();
    }
    String words = data.string(kind.equals("t1") ? "body" : "selftext");
    if (words == null || created == null || created.isAfter(now.plus(AHEAD))) {
      return Optional.empty();
    }
    Long answers = data.number("num_comments");
    boolean gone =
        isGone(words)
            || isGone(data.words("title"))
            || !data.words("removed_by_category").isEmpty();
    return Optional.of(
        new Thing(
            name,
            created,
            gone,
            answers == null ? 0 : answers,
            gone ? null : post(data, name, words, created)));
  }

  private static boolean isGone(String words) {
    return words.equals("[deleted]")
        || words.equals("[removed]")
        || words.startsWith("[ Removed by ")
        || words.startsWith("[deleted by ");
  }

  private static @Nullable RawPost post(Json data, String name, String words, Instant created) {
    String title = PlainText.tidy(data.words("title"));
    String text = PlainText.tidy(words);
    if (text.isBlank() && title.isBlank()) {
      return null;
    }
    String author = data.string("author");
    boolean nobody = author == null || author.isBlank() || author.equals("[deleted]");
    String path = data.words("permalink");
    return RawPost.of(name, text.isBlank() ? title : text)
        .by(
            nobody ? null : "u/" + author,
            path.startsWith("/") ? "https://www.reddit.com" + path : null,
            created)
        .titled(text.isBlank() || title.isBlank() ? null : title, null)
        .within(
            data.string("parent_id"),
            Reach.of(
                data.number("score"), data.number("num_crossposts"), data.number("num_comments")));
  }
}
