package org.bedside.listening.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.connector.Dates;
import org.bedside.listening.connector.PlainText;
import org.bedside.listening.feed.Entries.Entry;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * RSS and Atom, read with a parser that mends what is broken and knows neither external entities
 * nor entity definitions, so that nothing in a feed makes us fetch or multiply anything.
 */
final class XmlFeeds {

  /** Past this many declarations their bookkeeping would cost more than the feed. */
  private static final int MOST_DECLARATIONS = 200;

  private static final int DEEPEST = 200;

  private final Names names;
  private final URI url;
  private final Entries entries;
  private final List<String> withdrawn = new ArrayList<>();

  private XmlFeeds(Names names, URI url, Instant now) {
    this.names = names;
    this.url = url;
    this.entries = new Entries(now);
  }

  static Feed read(String xml, URI url, Instant now) throws FeedUnreadableException {
    Parser parser = Parser.xmlParser();
    parser.setMaxDepth(DEEPEST);
    Document document = parser.parseInput(tamed(xml), "");
    document.outputSettings().prettyPrint(false);
    return new XmlFeeds(Names.declaredIn(xml), url, now).read(document);
  }

  private static String tamed(String xml) {
    int count = 0;
    for (int at = xml.indexOf("xmlns"); at >= 0; at = xml.indexOf("xmlns", at + 5)) {
      if (++count > MOST_DECLARATIONS) {
        return xml.replace("xmlns", "Xmlns");
      }
    }
    return xml;
  }

  private Feed read(Document document) throws FeedUnreadableException {
    for (Element root : document.children()) {
      switch (names.of(root)) {
        case "feed" -> {
          return atom(root);
        }
        case "entry" -> {
          entry(root, root);
          return feed("Atom 1.0", root);
        }
        case "rss", "rdf:rdf", "rdf", "channel" -> {
          return rss(root);
        }
        case "html" -> throw new FeedUnreadableException("feed.is-a-page");
        default -> {
          // A stray element before the feed, as broken servers prepend.
        }
      }
    }
    throw new FeedUnreadableException("feed.not-a-feed");
  }

  private Feed rss(Element root) {
    Element declared = names.child(root, "channel");
    Element channel = declared == null ? root : declared;
    String lang = names.text(channel, "language", "dc:language");
    for (Element parent : declared == null ? List.of(root) : List.of(channel, root)) {
      for (Element child : parent.children()) {
        if (names.of(child).equals("item")) {
          item(child, lang);
        } else if (names.of(child).equals("items")) {
          child.children().stream()
              .filter(item -> names.of(item).equals("item"))
              .forEach(item -> item(item, lang));
        }
      }
    }
    return feed(rssFormat(root), channel);
  }

  private static String rssFormat(Element root) {
    String version = root.attr("version").strip();
    if (root.tagName().toLowerCase(java.util.Locale.ROOT).endsWith("rdf")) {
      return root.outerHtml().contains("purl.org/rss/1.0/\"") ? "RSS 1.0" : "RSS 0.9";
    }
    return version.isEmpty() || version.length() > 8 ? "RSS" : "RSS " + version;
  }

  private void item(Element item, @Nullable String lang) {
    String guid = names.text(item, "guid");
    String link = Names.link(item, names.text(item, "link"), url);
    if (link == null) {
      link = Names.link(item, href(item), url);
    }
    Element guidElement = names.child(item, "guid");
    boolean permanent =
        guidElement != null && !guidElement.attr("isPermaLink").equalsIgnoreCase("false");
    if (link == null && permanent && guid != null && guid.startsWith("http")) {
      link = Names.link(item, guid, url);
    }
    String about = Entries.blankToNull(item.attr("rdf:about"));
    entries.add(
        new Entry(
            guid != null ? guid : link == null ? about : null,
            link,
            PlainText.ofHtml(or(names.text(item, "title", "dc:title", "media:title"))),
            rssText(item),
            author(names.text(item, "dc:creator", "author", "itunes:author", "name")),
            lang,
            date(
                item,
                "pubdate",
                "dc:date",
                "dcterms:created",
                "published",
                "date",
                "dcterms:modified",
                "updated")));
  }

  private String rssText(Element item) {
    for (String name :
        List.of(
            "content:encoded",
            "description",
            "content",
            "summary",
            "media:description",
            "itunes:summary",
            "dc:description")) {
      Element found = names.child(item, name);
      String text = found == null ? "" : PlainText.ofHtml(inner(found));
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private Feed atom(Element root) {
    for (Element child : root.children()) {
      switch (names.of(child)) {
        case "entry" -> entry(child, root);
        case "at:deleted-entry" -> {
          String ref = Entries.blankToNull(child.attr("ref"));
          if (ref != null) {
            withdrawn.add(ref);
          }
        }
        default -> {
          // Of the feed itself only entries matter here.
        }
      }
    }
    return feed(root.attr("version").equals("0.3") ? "Atom 0.3" : "Atom 1.0", root);
  }

  private void entry(Element entry, Element root) {
    String lang = entry.attr("xml:lang").isEmpty() ? root.attr("xml:lang") : entry.attr("xml:lang");
    Element title = names.child(entry, "title", "media:title");
    String author = person(entry);
    entries.add(
        new Entry(
            names.text(entry, "id"),
            Names.link(entry, href(entry), url),
            title == null ? "" : atomText(title),
            atomBody(entry),
            author != null ? author : person(root),
            lang,
            date(
                entry,
                "published",
                "issued",
                "created",
                "updated",
                "modified",
                "dc:date",
                "pubdate")));
  }

  private String atomBody(Element entry) {
    for (String name : List.of("content", "summary", "media:description", "description")) {
      Element found = names.child(entry, name);
      String text = found == null ? "" : atomText(found);
      if (!text.isBlank()) {
        return text;
      }
    }
    Element group = names.child(entry, "media:group");
    String described = group == null ? null : names.text(group, "media:description");
    return described == null ? "" : PlainText.ofText(described);
  }

  /** RFC 4287 section 3.1; Atom 0.3 says escaped where 1.0 says html. */
  private String atomText(Element element) {
    String type = element.attr("type").toLowerCase(java.util.Locale.ROOT);
    String mode = element.attr("mode");
    boolean markup =
        type.contains("html")
            || type.contains("xml")
            || mode.equals("escaped")
            || mode.equals("xml")
            || !element.children().isEmpty();
    boolean binary =
        mode.equals("base64") || type.startsWith("image/") || type.startsWith("audio/");
    if (binary) {
      return "";
    }
    return markup ? PlainText.ofHtml(inner(element)) : PlainText.ofText(element.wholeText());
  }

  private @Nullable String href(Element entry) {
    String first = null;
    for (Element child : entry.children()) {
      if (!names.of(child).equals("link") || child.attr("href").isEmpty()) {
        continue;
      }
      String rel = child.attr("rel").toLowerCase(java.util.Locale.ROOT);
      if (rel.isEmpty() || rel.equals("alternate")) {
        return child.attr("href");
      }
      if (first == null && (rel.equals("self") || rel.equals("related") || rel.equals("via"))) {
        first = child.attr("href");
      }
    }
    return first;
  }

  private @Nullable String person(Element of) {
    Element author = names.child(of, "author");
    if (author == null) {
      return author(names.text(of, "dc:creator"));
    }
    String name = names.text(author, "name", "email");
    return author(name != null ? name : author.ownText());
  }

  /** {@code jane@example.org (Jane Roe)} is how RSS writes a name. */
  private static @Nullable String author(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    int open = written.indexOf('(');
    boolean mailed = open > 0 && written.indexOf('@') >= 0 && written.strip().endsWith(")");
    String name = mailed ? written.substring(open + 1, written.strip().length() - 1) : written;
    return Entries.blankToNull(PlainText.ofHtml(name).replace('\n', ' '));
  }

  private @Nullable Instant date(Element entry, String... candidates) {
    for (String candidate : candidates) {
      Instant read = Dates.read(names.text(entry, candidate)).orElse(null);
      if (read != null) {
        return read;
      }
    }
    return null;
  }

  private Feed feed(String format, Element channel) {
    Element title = names.child(channel, "title");
    String words = title == null ? "" : PlainText.ofHtml(inner(title)).replace('\n', ' ');
    List<URI> self = linked(channel, "self");
    return new Feed(
        format,
        words,
        entries.posts(),
        withdrawn,
        linked(channel, "hub"),
        self.isEmpty() ? null : self.getFirst());
  }

  /** Where the feed itself links to in that relation; RSS has such links from Atom. */
  private List<URI> linked(Element channel, String relation) {
    List<URI> found = new ArrayList<>();
    for (Element child : channel.children()) {
      String rels = " " + child.attr("rel").toLowerCase(java.util.Locale.ROOT) + " ";
      if (names.of(child).equals("link") && rels.contains(" " + relation + " ")) {
        String link = Names.link(child, child.attr("href"), url);
        if (link != null) {
          found.add(URI.create(link));
        }
      }
    }
    return found;
  }

  private static String inner(Element element) {
    return element.children().isEmpty() ? element.wholeText() : element.html();
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
