package org.bedside.listening.x;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A post as the API describes it.
 *
 * @param id of this version of it
 * @param first of its first version, under which it is kept: an edit has a key of its own there
 */
record Post(String id, String first, Instant published, RawPost post) {

  /** What is asked for of each. */
  static final String FIELDS =
      "tweet.fields=created_at,lang,public_metrics,author_id,referenced_tweets,"
          + "edit_history_tweet_ids,note_tweet&expansions=author_id"
          + "&user.fields=username,public_metrics";

  /** The posts of an answer whose data is a list. */
  static List<Post> all(Json answer, Instant now) {
    Map<String, Json> users = users(answer);
    return answer.list("data").stream()
        .map(data -> read(data, users, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The post of a line of the stream. */
  static Optional<Post> one(Json line, Instant now) {
    return line.at("data").isObject() ? read(line.at("data"), users(line), now) : Optional.empty();
  }

  private static Map<String, Json> users(Json answer) {
    Map<String, Json> users = new HashMap<>();
    for (Json user : answer.at("includes").list("users")) {
      users.put(user.words("id"), user);
    }
    return users;
  }

  private static Optional<Post> read(Json data, Map<String, Json> users, Instant now) {
    String id = data.words("id");
    String longer = data.at("note_tweet").words("text");
    String text = plain(longer.isBlank() ? data.words("text") : longer);
    boolean reposted =
        data.list("referenced_tweets").stream()
            .anyMatch(other -> other.words("type").equals("retweeted"));
    if (!isKey(id) || text.isBlank() || reposted) {
      return Optional.empty();
    }
    List<Json> history = data.list("edit_history_tweet_ids");
    String oldest = history.isEmpty() ? null : history.getFirst().string();
    String first = oldest != null && isKey(oldest) ? oldest : id;
    Instant written = data.time("created_at");
    Instant published =
        written == null || written.isAfter(now.plusSeconds(86_400)) ? null : written;
    Json user = users.getOrDefault(data.words("author_id"), new Json(data.at("none").node()));
    return Optional.of(
        new Post(
            id,
            first,
            published == null ? now : published,
            post(data, user, id, first, text, published)));
  }

  private static RawPost post(
      Json data, Json user, String id, String first, String text, @Nullable Instant published) {
    String name = user.words("username");
    boolean named = name.matches("[A-Za-z0-9_]{1,20}");
    String lang = data.words("lang");
    Json counts = data.at("public_metrics");
    Long reposts = counts.number("retweet_count");
    Long quotes = counts.number("quote_count");
    String answered =
        data.list("referenced_tweets").stream()
            .filter(other -> other.words("type").equals("replied_to"))
            .map(other -> other.words("id"))
            .filter(Post::isKey)
            .findFirst()
            .orElse(null);
    return RawPost.of(first, text)
        .by(
            named ? "@" + name : null,
            "https://x.com/" + (named ? name : "i") + "/status/" + id,
            published)
        .in(lang.matches("[a-z]{2}(-[A-Za-z]{2,4})?") ? lang : null)
        .within(
            answered,
            new Reach(
                user.at("public_metrics").number("followers_count"),
                counts.number("like_count"),
                reposts == null
                    ? quotes
                    : quotes == null ? reposts : Long.valueOf(reposts + quotes),
                counts.number("reply_count"),
                counts.number("impression_count")));
  }

  /** The API escapes these three and nothing else. */
  private static String plain(String text) {
    return PlainText.tidy(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }

  static boolean isKey(String id) {
    return id.length() <= 20 && !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Under which it is asked for again: its newest version, and the one it is kept under. */
  String key() {
    return id.equals(first) ? id : id + "/" + first;
  }
}
