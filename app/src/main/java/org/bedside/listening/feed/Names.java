package org.bedside.listening.feed;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.outbound.WebAddress;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The names of a feed's elements whatever prefix the feed gives them: {@code content:encoded} for
 * the content module under any prefix, no prefix for RSS and Atom themselves.
 */
final class Names {

  private static final Map<String, String> MODULES =
      Map.ofEntries(
          Map.entry("purl.org/rss/1.0", ""),
          Map.entry("my.netscape.com/rdf/simple/0.9", ""),
          Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
          Map.entry("backend.userland.com/rss2", ""),
          Map.entry("www.w3.org/2005/atom", ""),
          Map.entry("purl.org/atom/ns#", ""),
          Map.entry("purl.org/rss/1.0/modules/content", "content:"),
          Map.entry("purl.org/dc/elements/1.1", "dc:"),
          Map.entry("purl.org/dc/elements/1.0", "dc:"),
          Map.entry("purl.org/dc/terms", "dcterms:"),
          Map.entry("search.yahoo.com/mrss", "media:"),
          Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
          Map.entry("purl.org/atompub/tombstones/1.0", "at:"),
          Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"));

  private static final Pattern DECLARATION =
      Pattern.compile("xmlns:([A-Za-z0-9_.-]{1,40})\\s{0,9}=\\s{0,9}[\"']([^\"'<>]{1,200})[\"']");
  private static final int MOST = 500;

  private final Map<String, String> byPrefix = new HashMap<>();

  private Names() {}

  /** The names as declared anywhere in the feed; the first declaration of a prefix counts. */
  static Names declaredIn(String xml) {
    Names names = new Names();
    Matcher matcher = DECLARATION.matcher(xml);
    while (matcher.find() && names.byPrefix.size() < MOST) {
      String uri = matcher.group(2).strip().toLowerCase(Locale.ROOT);
      String bare = uri.replaceFirst("^https?://", "").replaceFirst("/+$", "");
      String prefix = matcher.group(1).toLowerCase(Locale.ROOT);
      names.byPrefix.putIfAbsent(prefix, MODULES.getOrDefault(bare, prefix + ":"));
    }
    return names;
  }

  /** {@code title}, {@code content:encoded} and so on, in lower case. */
  String of(Element element) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    int colon = tag.indexOf(':');
    if (colon < 0) {
      return tag;
    }
    String prefix = tag.substring(0, colon);
    String local = tag.substring(colon + 1);
    String known = byPrefix.get(prefix);
    if (known == null) {
      known = prefix.equals("atom") || prefix.equals("rss") ? "" : prefix + ":";
    }
    return known + local;
  }

  @Nullable Element child(Element parent, String... names) {
    for (String name : names) {
      for (Element child : parent.children()) {
        if (of(child).equals(name)) {
          return child;
        }
      }
    }
    return null;
  }

  /** The words of the first of these children that has any, stripped. */
  @Nullable String text(Element parent, String... names) {
    for (String name : names) {
      for (Element child : parent.children()) {
        if (of(child).equals(name) && !child.wholeText().isBlank()) {
          return child.wholeText().strip();
        }
      }
    }
    return null;
  }

  /** {@code written} as a web address, seen from the nearest xml:base; null where it is none. */
  static @Nullable String link(Element at, @Nullable String written, URI feed) {
    if (written == null || written.isBlank()) {
      return null;
    }
    URI base = feed;
    for (Element up = at; up != null; up = up.parent()) {
      String declared = up.attr("xml:base");
      Optional<URI> found =
          declared.isEmpty() ? Optional.empty() : WebAddress.resolve(feed, declared);
      if (found.isPresent()) {
        base = found.get();
        break;
      }
    }
    return WebAddress.resolve(base, written)
        .filter(WebAddress::isWeb)
        .map(URI::toString)
        .orElse(null);
  }
}
