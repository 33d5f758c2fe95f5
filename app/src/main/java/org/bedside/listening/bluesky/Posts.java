package org.bedside.listening.bluesky;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads records of the type {@code app.bsky.feed.post}. */
final class Posts {

  private static final int MOST_LINKS = 20;

  private Posts() {}

  /**
   * The post in a record, or null where the record is none or says nothing. A link that the text
   * shows shortened is added below it in full, so that watches for a domain find it; the title of a
   * linked page becomes the post's title. What it answers is the post above it, or else the one it
   * quotes.
   *
   * @param author as readers know them
   * @param indexed when the network took it in; a post that claims to be of later is of then
   */
  static @Nullable RawPost read(String uri, JsonNode record, String author, Instant indexed) {
    JsonNode written = record.path("text");
    if (!written.isString() || !Syntax.isPost(uri)) {
      return null;
    }
    String text = withLinks(written.stringValue(), record);
    if (text.isBlank()) {
      return null;
    }
    Instant created = Syntax.time(text(record.path("createdAt")));
    return RawPost.of(uri, text)
        .by(
            author,
            Syntax.page(uri),
            created == null || created.isAfter(indexed) ? indexed : created)
        .in(language(record))
        .titled(title(record), null)
        .within(answers(record), null);
  }

  private static @Nullable String language(JsonNode record) {
    String first = text(record.path("langs").path(0));
    return first.isEmpty() || first.length() > 35 ? null : first;
  }

  private static @Nullable String title(JsonNode record) {
    String title = text(card(record).path("title"));
    return title.isBlank() ? null : title;
  }

  private static JsonNode card(JsonNode record) {
    JsonNode embed = record.path("embed");
    JsonNode own = embed.path("external");
    return own.isObject() ? own : embed.path("media").path("external");
  }

  /** The post above, else the one quoted, else null. */
  static @Nullable String answers(JsonNode record) {
    String parent = text(record.path("reply").path("parent").path("uri"));
    if (Syntax.isPost(parent)) {
      return parent;
    }
    JsonNode embed = record.path("embed").path("record");
    String plain = text(embed.path("uri"));
    String quoted = plain.isEmpty() ? text(embed.path("record").path("uri")) : plain;
    return Syntax.isPost(quoted) ? quoted : null;
  }

  private static String withLinks(String text, JsonNode record) {
    String shown = text(card(record).path("uri"));
    if (shown.isEmpty() && record.path("facets").isEmpty()) {
      return text;
    }
    Set<String> links = new LinkedHashSet<>();
    links.add(shown);
    for (JsonNode facet : record.path("facets")) {
      for (JsonNode feature : facet.path("features")) {
        if (links.size() < MOST_LINKS) {
          links.add(text(feature.path("uri")));
        }
      }
    }
    StringBuilder all = new StringBuilder(text);
    for (String link : links) {
      if (link.startsWith("http") && link.length() <= 2000 && !text.contains(link)) {
        all.append('\n').append(link);
      }
    }
    return all.toString();
  }

  static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
