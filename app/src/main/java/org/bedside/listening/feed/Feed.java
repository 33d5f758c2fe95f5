package org.bedside.listening.feed;

import java.util.List;
import org.bedside.listening.RawPost;

/**
 * A feed that was read.
 *
 * @param format such as {@code RSS 2.0}
 * @param posts in the order of the feed, no key twice
 * @param withdrawn keys of entries that the feed says are deleted, RFC 6721
 */
record Feed(String format, String title, List<RawPost> posts, List<String> withdrawn) {
  Feed {
    posts = List.copyOf(posts);
    withdrawn = List.copyOf(withdrawn);
  }
}
