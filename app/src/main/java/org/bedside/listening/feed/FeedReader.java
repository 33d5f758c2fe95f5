package org.bedside.listening.feed;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a feed of whatever kind. */
final class FeedReader {

  private FeedReader() {}

  /**
   * @param bytes as fetched
   * @param stated the charset that the server states
   * @param url where it was fetched, which relative links are seen from
   * @throws FeedUnreadableException where it is no feed
   */
  static Feed read(byte[] bytes, @Nullable Charset stated, URI url, Instant now)
      throws FeedUnreadableException {
    String text = FeedText.decode(bytes, stated);
    if (text.isEmpty()) {
      throw new FeedUnreadableException("feed.empty");
    }
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      return JsonFeeds.read(text, url, now);
    }
    int markup = text.indexOf('<');
    if (markup < 0) {
      throw new FeedUnreadableException("feed.not-a-feed");
    }
    return XmlFeeds.read(text.substring(markup), url, now);
  }
}
