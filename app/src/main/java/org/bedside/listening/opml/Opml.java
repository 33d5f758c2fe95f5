package org.bedside.listening.opml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bedside.listening.connector.PlainText;
import org.bedside.outbound.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Reads and writes lists of feeds, OPML 1.0 and 2.0; XML entities of others are not fetched. */
final class Opml {

  static final int MOST = 500;

  private Opml() {}

  /**
   * A feed of a list.
   *
   * @param url empty where it is no web address
   */
  record Outline(String title, String written, Optional<URI> url) {}

  /** The feeds in their order, {@link #MOST} at most; none where this is no such list. */
  static List<Outline> read(byte[] bytes) {
    List<Outline> found = new ArrayList<>();
    for (Element outline : document(bytes).getAllElements()) {
      String url = attribute(outline, "xmlurl");
      if (outline.normalName().equals("outline") && !url.isBlank() && found.size() < MOST) {
        String title = attribute(outline, "text");
        String name = title.isBlank() ? attribute(outline, "title") : title;
        String shown = PlainText.tidy(name).replace('\n', ' ');
        found.add(
            new Outline(
                shown.length() > 150 ? shown.substring(0, 150) : shown,
                url.strip(),
                WebAddress.parse(url).filter(WebAddress::isWeb)));
      }
    }
    return found;
  }

  private static Document document(byte[] bytes) {
    try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
      return Jsoup.parse(in, null, "", Parser.xmlParser());
    } catch (IOException e) {
      return new Document("");
    }
  }

  /** Programs differ in how they write the names. */
  private static String attribute(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().toLowerCase(Locale.ROOT).equals(name)) {
        return attribute.getValue();
      }
    }
    return "";
  }

  /** The same page, however it was written. */
  static String same(URI url) {
    String text = url.toString().replaceFirst("^[a-zA-Z]+://(www\\.)?", "");
    int path = text.indexOf('/');
    String host = (path < 0 ? text : text.substring(0, path)).toLowerCase(Locale.ROOT);
    String rest = path < 0 ? "" : text.substring(path);
    return rest.endsWith("/") ? host + rest.substring(0, rest.length() - 1) : host + rest;
  }

  /**
   * @param feeds names by addresses
   */
  static String write(String title, Map<String, String> feeds) {
    StringBuilder out = new StringBuilder(200 + feeds.size() * 120);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>")
        .append(escaped(title))
        .append("</title></head>\n<body>\n");
    feeds.forEach(
        (url, name) ->
            out.append("<outline type=\"rss\" text=\"")
                .append(escaped(name))
                .append("\" xmlUrl=\"")
                .append(escaped(url))
                .append("\"/>\n"));
    return out.append("</body>\n</opml>\n").toString();
  }

  private static String escaped(String text) {
    return Entities.escape(
        text,
        new Document.OutputSettings()
            .escapeMode(Entities.EscapeMode.xhtml)
            .charset(StandardCharsets.UTF_8));
  }
}
