package org.bedside.listening.bluesky;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/** What has come since the last was handed over, as it stands after the last event of it. */
final class Batch {

  private final Map<String, RawPost> posts = new LinkedHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private boolean moved;

  /**
   * Takes an event in.
   *
   * @return false where what came before must be handed over first, and nothing was taken
   */
  boolean add(Event event) {
    switch (event) {
      case Event.Put(String key, RawPost post) -> {
        // A batch is stored before it is withdrawn from, so an account that is back must wait.
        if (!gone.isEmpty() && gone.stream().anyMatch(key::startsWith)) {
          return false;
        }
        deleted.remove(key);
        posts.put(key, post);
      }
      case Event.Deleted(String key) -> {
        posts.remove(key);
        deleted.add(key);
      }
      case Event.Gone(String did) -> {
        String account = Syntax.account(did);
        posts.keySet().removeIf(key -> key.startsWith(account));
        gone.add(account);
      }
    }
    return true;
  }

  /** The stream went on, whether or not there was anything for us. */
  void move() {
    moved = true;
  }

  boolean isEmpty() {
    return !moved && size() == 0;
  }

  int size() {
    return posts.size() + deleted.size() + gone.size();
  }

  /** All of it, and starts anew. */
  Heard.Posts take(@Nullable String cursor) {
    Heard.Posts all =
        new Heard.Posts(List.copyOf(posts.values()), List.copyOf(deleted), cursor)
            .withoutAllBelow(List.copyOf(gone));
    posts.clear();
    deleted.clear();
    gone.clear();
    moved = false;
    return all;
  }
}
