package org.bedside.listening.reviewpage;

import java.util.Set;
import org.bedside.listening.connector.PlainText;
import org.jsoup.nodes.Element;

/** What an element of a page says as the value of a property. One page each. */
final class Markup {

  private static final Set<String> WITH_SRC =
      Set.of("audio", "embed", "iframe", "img", "source", "track", "video");
  private static final Set<String> WITH_HREF = Set.of("a", "area", "link");

  /** So that properties nested in each other don't cost more than a few readings of the page. */
  private long budget;

  Markup(int characters) {
    this.budget = 4L * characters + 100_000;
  }

  /** The HTML standard's microdata value of a property, and {@code content} wherever it stands. */
  String value(Element element) {
    if (element.hasAttr("content")) {
      return element.attr("content");
    }
    String name = element.normalName();
    if (WITH_SRC.contains(name)) {
      return element.absUrl("src");
    }
    if (WITH_HREF.contains(name)) {
      // A link to the author is written around the name.
      String words = words(element);
      return name.equals("a") && !words.isBlank() ? words : element.absUrl("href");
    }
    if ((name.equals("data") || name.equals("meter")) && element.hasAttr("value")) {
      return element.attr("value");
    }
    if (element.hasAttr("datetime")) {
      return element.attr("datetime");
    }
    return words(element);
  }

  private String words(Element element) {
    if (budget < 0) {
      return "";
    }
    String html = element.html();
    budget -= html.length();
    return PlainText.ofHtml(html);
  }
}
