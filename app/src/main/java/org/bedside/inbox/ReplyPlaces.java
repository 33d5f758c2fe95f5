package org.bedside.inbox;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bedside.channels.Network;
import org.bedside.listening.Conversations;
import org.bedside.listening.Mention;
import org.bedside.wordings.NetworkText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a reply to a mention would stand. Thread-safe. */
@Component
public class ReplyPlaces {

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

  private final Conversations conversations;

  ReplyPlaces(Conversations conversations) {
    this.conversations = conversations;
  }

  /**
   * The network that brought it; empty where that is none that one can answer on by itself. What
   * came in a file or through a feed has no key there, wherever it was said first.
   */
  @Transactional(readOnly = true)
  public Optional<Network> network(Mention mention) {
    String way = conversations.networks().getOrDefault(mention.source(), "");
    return switch (way) {
      case "bluesky" -> Optional.of(Network.BLUESKY);
      case "mastodon" -> Optional.of(Network.MASTODON);
      case "google" -> Optional.of(Network.GOOGLE_BUSINESS);
      case "meta" ->
          Optional.of(
              "instagram".equals(byAddress(mention.url())) ? Network.INSTAGRAM : Network.FACEBOOK);
      case "youtube" -> Optional.of(Network.YOUTUBE);
      case "reddit" -> Optional.of(Network.REDDIT);
      case "x" -> Optional.of(Network.X);
      default -> Optional.empty();
    };
  }

  /** What its place takes: by the way it came, else its address, else what its source is called. */
  @Transactional(readOnly = true)
  public NetworkText of(Mention mention) {
    return NetworkText.of(
        network(mention)
            .map(NetworkText::id)
            .or(() -> Optional.ofNullable(byAddress(mention.url())))
            .or(() -> byName(mention.sourceName()))
            .orElse(NetworkText.ANYWHERE));
  }

  private static Optional<String> byName(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return IN_NAMES.stream().filter(name::contains).findFirst();
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
