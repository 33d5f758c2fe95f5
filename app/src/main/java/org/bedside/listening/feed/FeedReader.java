package org.bedside.listening.feed;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a feed of whatever kind. */
final class FeedReader {

  private static final Set<String> ROOTS = Set.of("feed", "entry", "rss", "rdf", "channel", "html");

  private FeedReader() {}

  /**
   * @param bytes as fetched
   * @param stated the charset that the server states
   * @param url where it was fetched, which relative links are seen from
   * @throws FeedUnreadableException where it is no feed
   */
  static Feed read(byte[] bytes, @Nullable Charset stated, URI url, Instant now)
      throws FeedUnreadableException {
    return read(FeedText.decode(bytes, stated), url, now);
  }

  /**
   * As {@link #read}, but of XML that breaks off nothing is taken, where what was fetched is
   * mended: a server states how long its answer is, a hub that cut what it passes on does not.
   */
  static Feed readWhole(byte[] bytes, @Nullable Charset stated, URI url, Instant now)
      throws FeedUnreadableException {
    String text = FeedText.decode(bytes, stated);
    if (text.startsWith("<") && !isWhole(text)) {
      throw new FeedUnreadableException("feed.broken-off");
    }
    return read(text, url, now);
  }

  /** Whether the last element that is closed is the outermost of a feed. */
  private static boolean isWhole(String xml) {
    int last = xml.lastIndexOf("</");
    int end = last < 0 ? -1 : xml.indexOf('>', last);
    if (end < 0) {
      return false;
    }
    String name = xml.substring(last + 2, end).strip().toLowerCase(Locale.ROOT);
    return ROOTS.contains(name.substring(name.indexOf(':') + 1));
  }

  private static Feed read(String text, URI url, Instant now) throws FeedUnreadableException {
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
