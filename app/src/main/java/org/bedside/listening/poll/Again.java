package org.bedside.listening.poll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of several pieces that somebody hears again, as it stands after the last of them, so
 * that a post that was written, edited and deleted meanwhile doesn't come to life between two.
 */
final class Again {

  /** What is heard again is no more than seconds of a network; this bounds a transaction. */
  private static final int MOST = 20_000;

  private final @Nullable String before;
  private final Map<String, RawPost> posts = new LinkedHashMap<>();
  private final Set<String> withdrawn = new LinkedHashSet<>();
  private final Set<String> below = new LinkedHashSet<>();
  private final List<Heard.Posts> whole = new ArrayList<>();

  private Again(@Nullable String before) {
    this.before = before;
  }

  /**
   * What to store, one after the other; nearly always it is one.
   *
   * @param pieces in their order, one at least
   * @param before the cursor that holds until all is stored; then the last piece's holds
   */
  static List<Heard.Posts> of(List<Heard.Posts> pieces, @Nullable String before) {
    if (pieces.size() == 1) {
      return pieces;
    }
    Again again = new Again(before);
    pieces.forEach(again::add);
    again.finish(pieces.getLast().cursor());
    return again.whole;
  }

  private void add(Heard.Posts piece) {
    int more = piece.posts().size() + piece.withdrawn().size();
    if ((size() > 0 && size() + more > MOST) || piece.posts().stream().anyMatch(this::isBelow)) {
      finish(before);
    }
    for (RawPost post : piece.posts()) {
      String key = key(post);
      withdrawn.remove(key);
      posts.put(key, post);
    }
    for (String key : piece.withdrawn()) {
      posts.remove(key);
      withdrawn.add(key);
    }
    for (String beginning : piece.withdrawnBelow()) {
      posts.keySet().removeIf(key -> key.startsWith(beginning));
      below.add(beginning);
    }
  }

  /** What is stored is stored before it is withdrawn from, so an account that is back must wait. */
  private boolean isBelow(RawPost post) {
    return !below.isEmpty() && below.stream().anyMatch(key(post)::startsWith);
  }

  private static String key(RawPost post) {
    return String.valueOf(post.externalId());
  }

  private int size() {
    return posts.size() + withdrawn.size() + below.size();
  }

  private void finish(@Nullable String cursor) {
    whole.add(
        new Heard.Posts(List.copyOf(posts.values()), List.copyOf(withdrawn), cursor)
            .withoutAllBelow(List.copyOf(below)));
    posts.clear();
    withdrawn.clear();
    below.clear();
  }
}
