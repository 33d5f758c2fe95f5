package org.bedside.listening.meta;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;

/** Reads what the Graph API lists; what the account itself wrote is left out. */
final class Things {

  private static final DateTimeFormatter GRAPH =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssX");
  private static final int LONGEST_ID = 300;
  private static final int DEEPEST = 3;

  private final String own;
  private final Instant now;
  private final List<RawPost> posts = new ArrayList<>();

  private Things(String own, Instant now) {
    this.own = own;
    this.now = now;
  }

  /**
   * The posts of one page of an edge.
   *
   * @param own the account's id
   */
  static List<RawPost> read(Json page, String own, Instant now) {
    Things things = new Things(own, now);
    for (Json item : page.list("data")) {
      things.item(item, null, 0);
    }
    return things.posts;
  }

  /** The same of comments that don't say on which post they are. */
  static List<RawPost> readOn(Json page, String post, String own, Instant now) {
    Things things = new Things(own, now);
    for (Json item : page.list("data")) {
      things.item(item, post, 1);
    }
    return things.posts;
  }

  private void item(Json item, @Nullable String on, int depth) {
    if (depth > DEEPEST || !item.isObject()) {
      return;
    }
    if (item.at("reviewer").isObject() || item.string("recommendation_type") != null) {
      rating(item);
      return;
    }
    String id = item.words("id");
    String text = first(item, "message", "text", "caption");
    if (!text.isBlank() && isUsable(id) && !own.equals(item.at("from").words("id"))) {
      String parent = item.at("parent").string("id");
      posts.add(
          RawPost.of(id, text)
              .by(author(item), first(item, "permalink_url", "permalink"), time(item))
              .within(
                  parent == null ? on : parent,
                  Reach.of(
                      item.number("like_count"),
                      null,
                      item.number(
                          item.number("comment_count") == null
                              ? "comments_count"
                              : "comment_count"))));
    }
    for (String inner : List.of("comments", "replies")) {
      for (Json one : item.at(inner).list("data")) {
        item(one, id.isBlank() ? on : id, depth + 1);
      }
    }
  }

  /** Recommendations have replaced stars: yes counts as five, no as one. */
  private void rating(Json item) {
    String story = item.at("open_graph_story").words("id");
    String reviewer = item.at("reviewer").words("id");
    String id = !story.isBlank() ? story : reviewer.isBlank() ? "" : "rating-" + reviewer;
    Double stars = stars(item);
    String text = item.words("review_text");
    if (isUsable(id) && (!text.isBlank() || stars != null)) {
      posts.add(
          RawPost.of(id, text)
              .by(blankToNull(item.at("reviewer").words("name")), null, time(item))
              .titled(null, stars));
    }
  }

  static @Nullable Double stars(Json item) {
    Long rating = item.number("rating");
    if (rating != null && rating >= 1 && rating <= 5) {
      return (double) rating;
    }
    return switch (item.words("recommendation_type").toLowerCase(java.util.Locale.ROOT)) {
      case "positive" -> 5.0;
      case "negative" -> 1.0;
      default -> null;
    };
  }

  private static @Nullable String author(Json item) {
    String name = item.at("from").words("name");
    String user = name.isBlank() ? item.at("from").words("username") : name;
    return blankToNull(user.isBlank() ? item.words("username") : user);
  }

  private @Nullable Instant time(Json item) {
    Instant time = time(first(item, "created_time", "timestamp"));
    return time == null || time.isAfter(now.plus(Duration.ofDays(1))) ? null : time;
  }

  /** As in {@code 2026-11-20T08:00:00+0000}. */
  static @Nullable Instant time(String written) {
    try {
      return written.length() > 40 || written.isEmpty()
          ? null
          : OffsetDateTime.parse(written, GRAPH).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  static boolean isUsable(String id) {
    return !id.isBlank() && id.length() <= LONGEST_ID;
  }

  /** Whether it is a key that Meta gave, so that it can be asked for. */
  static boolean isNumbered(String id) {
    return id.matches("[0-9A-Za-z]{1,100}(_[0-9A-Za-z]{1,100}){0,3}");
  }

  private static String first(Json item, String... names) {
    for (String name : names) {
      if (!item.words(name).isBlank()) {
        return item.words(name);
      }
    }
    return "";
  }

  static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
