package org.bedside.outbound;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses that one request is led through. What was said to one origin in confidence is not
 * said to the next. Not thread-safe.
 */
final class Hops {

  private final int most;
  private final boolean tooLarge;
  private final Map<String, String> headers;
  private final Set<URI> seen = new HashSet<>();
  private URI url;

  Hops(Request request) {
    url = request.url();
    headers = new HashMap<>(request.headers());
    most = request.limits().redirects();
    Payload body = request.body();
    tooLarge = body != null && body.tooLarge();
  }

  URI url() {
    return url;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** What speaks against asking at the address reached; asked once for each. */
  Optional<Answer> refusal() {
    Optional<Answer.Refused> unaskable = unaskable(url);
    if (unaskable.isPresent()) {
      return Optional.of(unaskable.get());
    }
    if (tooLarge) {
      String limit = Integer.toString(Payload.MOST_BYTES / (1024 * 1024));
      return Optional.of(new Answer.Refused("outbound.request-too-large", limit));
    }
    if (!seen.add(url)) {
      return Optional.of(new Answer.Failed("outbound.redirect-loop", host(url), null));
    }
    return seen.size() > most + 1
        ? Optional.of(new Answer.Failed("outbound.redirects-too-many", host(url), null))
        : Optional.empty();
  }

  /** Goes where a reply points; false where that is nowhere. */
  boolean goOn(ResponseHeaders reply) {
    String location = reply.first("location");
    Optional<URI> next = location == null ? Optional.empty() : WebAddress.resolve(url, location);
    if (next.isEmpty()) {
      return false;
    }
    if (!sameOrigin(url, next.get())) {
      headers.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
    }
    url = next.get();
    return true;
  }

  /** What its spelling alone says against an address. */
  static Optional<Answer.Refused> unaskable(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of(new Answer.Refused("outbound.scheme", scheme));
    }
    if (!WebAddress.isWeb(url)) {
      return Optional.of(new Answer.Refused("outbound.address-invalid", ""));
    }
    return url.getRawUserInfo() == null
        ? Optional.empty()
        : Optional.of(new Answer.Refused("outbound.address-with-password", host(url)));
  }

  static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static boolean sameOrigin(URI a, URI b) {
    return host(a).equals(host(b))
        && String.valueOf(a.getScheme()).equalsIgnoreCase(String.valueOf(b.getScheme()))
        && a.getPort() == b.getPort();
  }

  static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }
}
