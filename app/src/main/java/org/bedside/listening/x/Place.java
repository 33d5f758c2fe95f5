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

  final Lately lately;

  private Place(Json json) {
    Json known =
        Long.valueOf(1).equals(json.number("v")) ? json : new Json(MissingNode.getInstance());
    String key = known.words("top");
    this.top = Post.isKey(key) ? key : null;
    String missing = known.words("gap");
    this.gap = Post.isKey(missing) ? missing : null;
    this.lately = Lately.read(known.at("lately"), REMEMBERED);
  }

  static Place read(@Nullable String cursor) {
    return new Place(Json.read(cursor).orElseGet(() -> new Json(MissingNode.getInstance())));
  }

  void take(Post post) {
    String before = top;
    boolean newer =
        before == null
            || post.id().length() > before.length()
            || (post.id().length() == before.length() && post.id().compareTo(before) > 0);
    if (newer) {
      top = post.id();
    }
    if (!post.id().equals(post.first())) {
      lately.forget(List.of(post.first()));
    }
    lately.add(post.key(), post.published());
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
    lately.write().forEach(json.putArray("lately")::add);
    return JsonMapper.shared().writeValueAsString(json);
  }
}
