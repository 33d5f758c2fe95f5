package org.bedside.listening.x;

import java.util.List;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** How far it was heard; the cursor. */
final class Place {

  private static final int REMEMBERED = 1_000;

  /** The newest key heard; null before the first. */
  @Nullable String top;

  /**
   * The key after which posts may be missing, while not all of them could be asked for; the stream
   * goes on meanwhile.
   */
  @Nullable String gap;

  /** The rule that was being searched for when it was enough for once, and down to which key. */
  @Nullable String rule;

  @Nullable String until;

  final Lately lately;

  private Place(Json json) {
    Json known =
        Long.valueOf(1).equals(json.number("v")) ? json : new Json(MissingNode.getInstance());
    String key = known.words("top");
    this.top = Post.isKey(key) ? key : null;
    String missing = known.words("gap");
    this.gap = Post.isKey(missing) ? missing : null;
    this.rule = known.string("rule");
    String reached = known.words("until");
    this.until = Post.isKey(reached) ? reached : null;
    this.lately = Lately.read(known.at("lately"), REMEMBERED);
  }

  static Place read(@Nullable String cursor) {
    return new Place(Json.read(cursor).orElseGet(() -> new Json(MissingNode.getInstance())));
  }

  void take(Post post) {
    String before = top;
    if (before == null || isNewer(post.id(), before)) {
      top = post.id();
    }
    if (!post.id().equals(post.first())) {
      lately.forget(List.of(post.first()));
    }
    lately.add(post.key(), post.published());
  }

  /** By its key: keys grow with time, and in length. */
  static boolean isNewer(String key, String than) {
    return key.length() == than.length() ? key.compareTo(than) > 0 : key.length() > than.length();
  }

  /** Nothing is missing any more. */
  void close() {
    gap = null;
    rule = null;
    until = null;
  }

  String write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", 1);
    if (top != null) {
      json.put("top", top);
    }
    if (gap != null) {
      json.put("gap", gap);
    }
    if (rule != null && until != null) {
      json.put("rule", rule).put("until", until);
    }
    lately.write().forEach(json.putArray("lately")::add);
    return JsonMapper.shared().writeValueAsString(json);
  }
}
