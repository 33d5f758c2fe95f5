package org.bedside.listening.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Look;
import org.bedside.outbound.Answer;
import org.bedside.outbound.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the feeds of a site: at the address itself, as its page names them, at the usual places.
 */
final class Finder {

  private static final int PREVIEWED = 10;
  private static final int MOST_NAMED = 4;
  private static final List<String> USUAL =
      List.of("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json");

  private final FeedConnector connector;

  Finder(FeedConnector connector) {
    this.connector = connector;
  }

  Look look(URI address, @Nullable Credential credential) {
    return switch (connector.fetch(address, credential)) {
      case Answer.Fetched fetched -> at(fetched, credential);
      case Answer.NotModified _ -> new Look.Nothing("feed.not-a-feed", "");
      case Answer.Refused(String code, String detail) -> new Look.Nothing(code, detail);
      case Answer.Failed(String code, String detail, _, _) -> new Look.Nothing(code, detail);
    };
  }

  private Look at(Answer.Fetched fetched, @Nullable Credential credential) {
    String unreadable;
    try {
      return new Look.Found(List.of(candidate(fetched.url(), connector.read(fetched))));
    } catch (FeedUnreadableException e) {
      unreadable = e.code();
    }
    String type = fetched.headers().mediaType();
    if (!type.contains("html") && !unreadable.equals("feed.is-a-page")) {
      return new Look.Nothing(unreadable, "");
    }
    Document page = page(fetched);
    List<Look.Candidate> found = tried(named(page, fetched.url()), MOST_NAMED, credential);
    if (found.isEmpty()) {
      found = tried(usual(fetched.url()), 1, credential);
    }
    return found.isEmpty()
        ? new Look.Nothing("feed.none-found", String.valueOf(fetched.url().getHost()))
        : new Look.Found(found);
  }

  private static Document page(Answer.Fetched fetched) {
    return Jsoup.parse(
        FeedText.decode(fetched.body().bytes(), fetched.headers().charset()),
        fetched.url().toString());
  }

  /** Those that the page names in its head, then those that it links to by the look of them. */
  private static Set<URI> named(Document page, URI at) {
    Set<URI> urls = new LinkedHashSet<>();
    URI base =
        Optional.ofNullable(page.selectFirst("base[href]"))
            .flatMap(element -> WebAddress.resolve(at, element.attr("href")))
            .orElse(at);
    for (Element link : page.select("link[rel][href]")) {
      String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT) + " ";
      boolean alternate = rel.contains(" alternate ") && isFeed(link.attr("type"));
      if (alternate || rel.contains(" feed ")) {
        WebAddress.resolve(base, link.attr("href")).ifPresent(urls::add);
      }
    }
    for (Element link : page.select("a[href]")) {
      String href = link.attr("href").toLowerCase(Locale.ROOT);
      if (urls.size() < 3 * MOST_NAMED && looksLikeFeed(href)) {
        WebAddress.resolve(base, link.attr("href")).ifPresent(urls::add);
      }
    }
    urls.removeIf(url -> !WebAddress.isWeb(url));
    return urls;
  }

  private static boolean isFeed(String type) {
    String t = type.toLowerCase(Locale.ROOT);
    return t.contains("rss") || t.contains("atom") || t.contains("feed+json") || t.contains("rdf");
  }

  private static boolean looksLikeFeed(String href) {
    return href.endsWith(".rss")
        || href.endsWith(".atom")
        || href.endsWith("/feed")
        || href.endsWith("/feed/")
        || href.endsWith("/rss")
        || href.endsWith("/rss/")
        || href.endsWith("rss.xml")
        || href.endsWith("atom.xml")
        || href.endsWith("feed.xml");
  }

  private static List<URI> usual(URI at) {
    List<URI> urls = new ArrayList<>();
    USUAL.forEach(path -> WebAddress.resolve(at, path).ifPresent(urls::add));
    return urls;
  }

  private List<Look.Candidate> tried(
      Iterable<URI> urls, int most, @Nullable Credential credential) {
    List<Look.Candidate> found = new ArrayList<>();
    int tries = 0;
    for (URI url : urls) {
      if (found.size() >= most || ++tries > 8) {
        break;
      }
      if (connector.fetch(url, credential) instanceof Answer.Fetched fetched) {
        try {
          Look.Candidate candidate = candidate(fetched.url(), connector.read(fetched));
          boolean known = found.stream().anyMatch(other -> other.url().equals(candidate.url()));
          if (!known) {
            found.add(candidate);
          }
        } catch (FeedUnreadableException e) {
          // Another page; the next address may be the feed.
        }
      }
    }
    return found;
  }

  private static Look.Candidate candidate(URI url, Feed feed) {
    String host = String.valueOf(url.getHost());
    String title = feed.title().isBlank() ? host : feed.title();
    return new Look.Candidate(
        url,
        title.length() > 200 ? title.substring(0, 200) : title,
        feed.format(),
        feed.posts().stream().limit(PREVIEWED).toList(),
        feed.posts().size());
  }
}
