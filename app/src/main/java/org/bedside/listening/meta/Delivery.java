package org.bedside.listening.meta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery of Meta's webhooks tells of one account: of what was added or edited, its newest
 * words; of what was removed, its key. What only names a post makes the source ask for it.
 */
final class Delivery {

  private final Account account;
  private final Instant now;
  private final Map<String, RawPost> posts = new LinkedHashMap<>();
  private final List<String> withdrawn = new ArrayList<>();
  private boolean asks;

  private Delivery(Account account, Instant now) {
    this.account = account;
    this.now = now;
  }

  static Delivery read(Json body, Account account, Instant now) {
    Delivery delivery = new Delivery(account, now);
    boolean instagram = body.words("object").equals("instagram");
    for (Json entry : body.list("entry")) {
      // One application's webhook may tell of several accounts.
      if (entry.words("id").equals(account.id()) && instagram == account.instagram()) {
        for (Json change : entry.list("changes")) {
          delivery.change(change.words("field"), change.at("value"));
        }
      }
    }
    return delivery;
  }

  List<RawPost> posts() {
    return List.copyOf(posts.values());
  }

  List<String> withdrawn() {
    return List.copyOf(withdrawn);
  }

  /** Whether there is something that the source must ask for. */
  boolean asks() {
    return asks;
  }

  private void change(String field, Json value) {
    switch (field) {
      case "feed" -> feed(value);
      case "ratings" -> rating(value);
      case "comments" -> comment(value);
      case "mention", "mentions" -> asks = true;
      default -> {}
    }
  }

  private void feed(Json value) {
    boolean comment = value.words("item").equals("comment");
    String id = value.words(comment ? "comment_id" : "post_id");
    if (!Things.isUsable(id)) {
      return;
    }
    if (value.words("verb").equals("remove") || value.words("verb").equals("hide")) {
      remove(id);
      return;
    }
    String text = value.words("message");
    boolean own = value.at("from").words("id").equals(account.id());
    boolean visitors =
        comment || value.words("item").equals("post") || value.words("item").equals("status");
    if (visitors && !own && !text.isBlank()) {
      String parent = comment ? value.string("parent_id") : null;
      keep(
          RawPost.of(id, text)
              .by(
                  Things.blankToNull(value.at("from").words("name")),
                  value.at("post").string("permalink_url"),
                  time(value))
              .within(parent, null));
    }
  }

  private void rating(Json value) {
    if (value.words("item").equals("comment")) {
      feed(value);
      return;
    }
    String id = value.words("open_graph_story_id");
    if (!Things.isUsable(id)) {
      asks = true;
    } else if (value.words("verb").equals("remove")) {
      remove(id);
    } else if (!value.words("review_text").isBlank() || Things.stars(value) != null) {
      keep(
          RawPost.of(id, value.words("review_text"))
              .by(Things.blankToNull(value.words("reviewer_name")), null, time(value))
              .titled(null, Things.stars(value)));
    }
  }

  /** Of Instagram. */
  private void comment(Json value) {
    String id = value.words("id");
    boolean own = value.at("from").words("id").equals(account.id());
    if (Things.isUsable(id) && !own && !value.words("text").isBlank()) {
      String parent = value.string("parent_id");
      keep(
          RawPost.of(id, value.words("text"))
              .by(Things.blankToNull(value.at("from").words("username")), null, null)
              .within(parent == null ? value.at("media").string("id") : parent, null));
    }
  }

  /** What comes later in a delivery happened later. */
  private void keep(RawPost post) {
    String id = String.valueOf(post.externalId());
    withdrawn.remove(id);
    posts.put(id, post);
  }

  private void remove(String id) {
    posts.remove(id);
    withdrawn.add(id);
  }

  private @Nullable Instant time(Json value) {
    Instant time = value.epoch("created_time");
    return time == null || time.isAfter(now.plusSeconds(86_400)) ? null : time;
  }
}
