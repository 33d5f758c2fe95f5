package org.bedside.listening.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bedside.listening.connector.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an alert mail found on the web: marked up as articles, as Google's alerts are, or as links
 * with words around them.
 */
final class Alert {

  private static final int MOST = 100;
  private static final int SHORTEST_TITLE = 15;
  private static final int LONGEST_SNIPPET = 2_000;
  private static final Pattern HOUSEKEEPING =
      Pattern.compile(
          "unsubscribe|subscri|preferences|manage|settings|view (?:it"
              + " )?in|browser|privacy|terms|see (?:more|all)|help|feedback|flag as|edit"
              + " this|create another|rss feed|darse de baja|cancelar|configuraci|ver m[aá]s|sign"
              + " in|log in");
  private static final Pattern ADDRESS = Pattern.compile("<?(https?://[^\\s<>\"]{4,2000})>?");

  private Alert() {}

  /**
   * One thing that was found.
   *
   * @param url where the link leads
   */
  record Hit(URI url, String title, String snippet) {}

  /** The hits, each page once, in the mail's order; none where this is no such mail. */
  static List<Hit> read(@Nullable String html, @Nullable String plain) {
    Map<URI, Hit> found = new LinkedHashMap<>();
    if (html != null) {
      Document mail = Jsoup.parse(html);
      articles(mail, found);
      if (found.isEmpty()) {
        links(mail, found);
      }
    } else if (plain != null) {
      paragraphs(plain, found);
    }
    return List.copyOf(found.values());
  }

  private static void articles(Document mail, Map<URI, Hit> found) {
    for (Element article : mail.select("[itemtype$=/Article], [itemtype$=/NewsArticle]")) {
      Element link = article.selectFirst("[itemprop=url][href], a[href]");
      Element name = article.selectFirst("[itemprop=name], [itemprop=headline]");
      Element said = article.selectFirst("[itemprop=description], [itemprop=articleBody]");
      if (link != null) {
        String title = text(name == null ? link : name);
        add(found, link.attr("href"), title, said == null ? "" : text(said));
      }
    }
  }

  private static void links(Document mail, Map<URI, Hit> found) {
    for (Element link : mail.select("a[href]")) {
      String title = text(link).replace('\n', ' ');
      boolean telling = title.length() >= SHORTEST_TITLE && title.indexOf(' ') > 0;
      if (telling && !isHousekeeping(title)) {
        add(found, link.attr("href"), title, around(link, title));
      }
    }
  }

  /** The words of the largest block around a link that holds no other page's link. */
  private static String around(Element link, String title) {
    Optional<URI> own = Links.behind(link.attr("href"));
    Element block = link;
    for (int up = 0; up < 6; up++) {
      Element wider = block.parent();
      if (wider == null || wider.normalName().equals("body")) {
        break;
      }
      boolean shared =
          wider.select("a[href]").stream()
              .limit(30)
              .filter(other -> !isHousekeeping(other.text()))
              .map(other -> Links.behind(other.attr("href")))
              .anyMatch(other -> other.isPresent() && !other.equals(own));
      if (shared) {
        break;
      }
      block = wider;
    }
    String words = block.equals(link) ? "" : text(block);
    int at = words.indexOf(title);
    String rest = at < 0 ? words : words.substring(0, at) + words.substring(at + title.length());
    return PlainText.tidy(rest);
  }

  /** A plain mail: what stands above an address, up to an empty line, is about it. */
  private static void paragraphs(String plain, Map<URI, Hit> found) {
    List<String> above = new ArrayList<>();
    for (String line : plain.lines().toList()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        String before = line.substring(0, address.start()).strip();
        if (!before.isEmpty()) {
          above.add(before);
        }
        if (!above.isEmpty() && !isHousekeeping(String.join(" ", above))) {
          String snippet = above.stream().skip(1).collect(Collectors.joining("\n"));
          add(found, address.group(1), above.getFirst(), snippet);
        }
        above.clear();
      } else if (line.isBlank()) {
        above.clear();
      } else if (above.size() < 30) {
        above.add(line.strip());
      }
    }
  }

  private static void add(Map<URI, Hit> found, String href, String title, String snippet) {
    Optional<URI> url = Links.behind(href);
    if (url.isPresent() && !title.isBlank() && found.size() < MOST) {
      found.putIfAbsent(
          url.get(), new Hit(url.get(), cut(title, 1_000), cut(snippet, LONGEST_SNIPPET)));
    }
  }

  private static boolean isHousekeeping(String words) {
    String cut = words.substring(0, Math.min(300, words.length())).toLowerCase(Locale.ROOT);
    return HOUSEKEEPING.matcher(cut).find() && cut.length() < 60;
  }

  private static String text(Element element) {
    return PlainText.ofHtml(element.html());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
