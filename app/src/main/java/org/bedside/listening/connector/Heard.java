package org.bedside.listening.connector;

import java.time.Duration;
import java.util.List;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;

/** What came of listening once. */
public sealed interface Heard {

  /**
   * Posts, new ones among them or not.
   *
   * @param withdrawn external ids that the source says it deleted
   * @param cursor to be stored in the transaction that stores the posts
   */
  record Posts(List<RawPost> posts, List<String> withdrawn, String cursor) implements Heard {
    public Posts {
      posts = List.copyOf(posts);
      withdrawn = List.copyOf(withdrawn);
    }
  }

  /** Nothing has changed since the cursor. */
  record Unchanged() implements Heard {}

  /**
   * It didn't work.
   *
   * @param code message key of the sentence that says what happened and what to do
   * @param detail the sentence's first value, such as a host or a status
   * @param retryAfter how long the other side asks us to stay away
   */
  record Trouble(String code, String detail, @Nullable Duration retryAfter) implements Heard {}
}
