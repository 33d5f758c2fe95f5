package org.bedside.listening.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.outbound.WebAddress;

/** Finds where a link of a mail leads without asking whoever counts the clicks. */
final class Links {

  private static final int DEEPEST = 4;
  private static final List<String> TARGETS =
      List.of("url", "q", "u", "target", "redirect", "redirect_url", "dest", "destination", "to");
  private static final Pattern URLDEFENSE =
      Pattern.compile("https?://urldefense\\.(?:com|us)/v3/__(https?:/{1,2}[^\"]{1,3000}?)__;");
  private static final Set<String> COUNTING =
      Set.of("fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ved", "usg");

  private Links() {}

  /** The page behind the link; empty where it is none of the web's. */
  static Optional<URI> behind(String href) {
    Optional<URI> found = WebAddress.parse(href).filter(WebAddress::isWeb);
    for (int i = 0; i < DEEPEST && found.isPresent(); i++) {
      Optional<URI> inner = inner(found.get());
      if (inner.isEmpty()) {
        break;
      }
      found = inner;
    }
    return found.map(Links::uncounted);
  }

  private static Optional<URI> inner(URI link) {
    Matcher defended = URLDEFENSE.matcher(link.toString());
    if (defended.find()) {
      return web(defended.group(1).replaceFirst(":/+", "://"));
    }
    String query = link.getRawQuery();
    if (query == null || !leadsOn(link)) {
      return Optional.empty();
    }
    for (String name : TARGETS) {
      for (String pair : query.split("&")) {
        if (pair.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
          String value = decoded(pair.substring(name.length() + 1));
          if (value.startsWith("http://") || value.startsWith("https://")) {
            return web(value);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether its path says that it is there to send people on. */
  private static boolean leadsOn(URI link) {
    String host = link.getHost().toLowerCase(Locale.ROOT);
    String path = String.valueOf(link.getRawPath()).toLowerCase(Locale.ROOT);
    return host.startsWith("click.")
        || host.startsWith("links.")
        || host.startsWith("track.")
        || host.endsWith("safelinks.protection.outlook.com")
        || host.equals("out.reddit.com")
        || Stream.of("/url", "/l.php", "/redir", "/click", "/track", "/out", "/goto", "/link")
            .anyMatch(path::startsWith)
        || path.endsWith("/redirect")
        || path.endsWith("/click");
  }

  private static Optional<URI> web(String address) {
    return WebAddress.parse(address).filter(WebAddress::isWeb);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** Without the parameters that only count visits, so that one page is one post. */
  private static URI uncounted(URI link) {
    String query = link.getRawQuery();
    if (query == null) {
      return link;
    }
    String kept =
        Stream.of(query.split("&"))
            .filter(pair -> !pair.startsWith("utm_") && !COUNTING.contains(pair.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    String text = link.toString();
    String bare = text.substring(0, text.indexOf('?'));
    String fragment = link.getRawFragment() == null ? "" : "#" + link.getRawFragment();
    return web(bare + (kept.isEmpty() ? "" : "?" + kept) + fragment).orElse(link);
  }
}
