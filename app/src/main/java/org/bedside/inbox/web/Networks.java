package org.bedside.inbox.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.listening.Mention;
import org.bedside.wordings.NetworkText;
import org.jspecify.annotations.Nullable;

/** Where a reply to a mention would stand. */
final class Networks {

  private static final Map<String, String> BY_HOST =
      Map.ofEntries(
          Map.entry("bsky.app", "bluesky"),
          Map.entry("facebook.com", "facebook"),
          Map.entry("fb.com", "facebook"),
          Map.entry("google.com", "google"),
          Map.entry("goo.gl", "google"),
          Map.entry("g.page", "google"),
          Map.entry("instagram.com", "instagram"),
          Map.entry("reddit.com", "reddit"),
          Map.entry("redd.it", "reddit"),
          Map.entry("twitter.com", "x"),
          Map.entry("x.com", "x"),
          Map.entry("youtube.com", "youtube"),
          Map.entry("youtu.be", "youtube"));

  /** Words that sources are called by, where the post has no address. */
  private static final List<String> IN_NAMES =
      List.of("bluesky", "facebook", "google", "instagram", "mastodon", "reddit", "youtube");

  private Networks() {}

  /** By the post's address, else by what its source is called. */
  static NetworkText of(Mention mention) {
    String byAddress = byAddress(mention.url());
    if (byAddress != null) {
      return NetworkText.of(byAddress);
    }
    String name = mention.sourceName().toLowerCase(Locale.ROOT);
    return NetworkText.of(
        IN_NAMES.stream().filter(name::contains).findFirst().orElse(NetworkText.ANYWHERE));
  }

  private static @Nullable String byAddress(@Nullable String url) {
    URI uri;
    try {
      uri = url == null ? null : URI.create(url.strip());
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
    if (uri == null || uri.getHost() == null) {
      return null;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    while (host.indexOf('.') >= 0) {
      String known = BY_HOST.get(host);
      if (known != null) {
        return known;
      }
      host = host.substring(host.indexOf('.') + 1);
    }
    // A post of Mastodon stands at /@name/number, whatever its server is called.
    String path = uri.getPath() == null ? "" : uri.getPath();
    return path.matches("/@[^/]+/\\d{10,}") ? "mastodon" : null;
  }
}
