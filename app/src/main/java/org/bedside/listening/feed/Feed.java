package org.bedside.listening.feed;

import java.net.URI;
import java.util.List;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;

/**
 * A feed that was read.
 *
 * @param format such as {@code RSS 2.0}
 * @param posts in the order of the feed, no key twice
 * @param withdrawn keys of entries that the feed says are deleted, RFC 6721
 * @param hubs that push it (WebSub), as it names them
 * @param self its own address, as it says
 */
record Feed(
    String format,
    String title,
    List<RawPost> posts,
    List<String> withdrawn,
    List<URI> hubs,
    @Nullable URI self) {
  Feed {
    hubs = List.copyOf(hubs);
    posts = List.copyOf(posts);
    withdrawn = List.copyOf(withdrawn);
  }
}
