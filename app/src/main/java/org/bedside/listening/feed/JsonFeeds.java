package org.bedside.listening.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bedside.listening.connector.Dates;
import org.bedside.listening.connector.PlainText;
import org.bedside.listening.feed.Entries.Entry;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeeds {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonFeeds() {}

  static Feed read(String json, URI url, Instant now) throws FeedUnreadableException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new FeedUnreadableException("feed.json-broken");
    }
    JsonNode items = root.path("items");
    if (!items.isArray()) {
      throw new FeedUnreadableException("feed.not-a-feed");
    }
    Entries entries = new Entries(now);
    for (JsonNode item : items) {
      entries.add(entry(item, root, url));
    }
    String title = PlainText.tidy(Objects.requireNonNullElse(text(root, "title"), ""));
    String self = link(url, text(root, "feed_url"));
    return new Feed(
        "JSON Feed",
        title,
        entries.posts(),
        List.of(),
        hubs(root, url),
        self == null ? null : URI.create(self));
  }

  private static List<URI> hubs(JsonNode root, URI url) {
    List<URI> hubs = new ArrayList<>();
    for (JsonNode hub : root.path("hubs").values()) {
      String link = link(url, text(hub, "url"));
      if (link != null && "WebSub".equalsIgnoreCase(text(hub, "type"))) {
        hubs.add(URI.create(link));
      }
    }
    return hubs;
  }

  private static Entry entry(JsonNode item, JsonNode root, URI url) {
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    String summary = text(item, "summary");
    String words =
        html != null
            ? PlainText.ofHtml(html)
            : PlainText.ofText(plain != null ? plain : summary != null ? summary : "");
    String title = text(item, "title");
    return new Entry(
        text(item, "id"),
        link(url, text(item, "url"), text(item, "external_url")),
        title == null ? "" : PlainText.tidy(title),
        words,
        Stream.of(item, root)
            .map(JsonFeeds::author)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        Stream.of(item, root)
            .map(node -> text(node, "language"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        Dates.read(text(item, "date_published"))
            .or(() -> Dates.read(text(item, "date_modified")))
            .orElse(null));
  }

  private static @Nullable String link(URI base, @Nullable String... written) {
    for (String one : written) {
      if (one != null) {
        URI found = WebAddress.resolve(base, one).filter(WebAddress::isWeb).orElse(null);
        if (found != null) {
          return found.toString();
        }
      }
    }
    return null;
  }

  private static @Nullable String author(JsonNode of) {
    String one = text(of.path("author"), "name");
    return one != null ? one : text(of.path("authors").path(0), "name");
  }

  /** Numbers as keys are against the rules, and common. */
  private static @Nullable String text(JsonNode of, String field) {
    JsonNode value = of.path(field);
    String text =
        value.isString() ? value.stringValue() : value.isNumber() ? value.toString() : null;
    return Entries.blankToNull(text);
  }
}
