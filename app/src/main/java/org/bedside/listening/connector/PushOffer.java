package org.bedside.listening.connector;

import java.net.URI;
import java.util.List;
import org.bedside.outbound.WebAddress;

/**
 * Hubs that push what a source brings (W3C WebSub), as the source names them.
 *
 * @param topic the source's address as its hubs know it
 * @param hubs encrypted ones first, else in the order of the source; empty where it names none
 * @param base what relative links are seen from
 */
public record PushOffer(URI topic, List<URI> hubs, URI base) {

  private static final int MOST = 5;

  public PushOffer {
    hubs = List.copyOf(hubs);
  }

  /** Each hub once, no more than five, and only web addresses. */
  public static PushOffer of(URI topic, List<URI> named, URI base) {
    List<URI> hubs =
        named.stream()
            .filter(WebAddress::isWeb)
            .distinct()
            .limit(MOST)
            // Stable: among equals the publisher's order stays.
            .sorted((a, b) -> Boolean.compare(isEncrypted(b), isEncrypted(a)))
            .toList();
    return new PushOffer(WebAddress.isWeb(topic) ? topic : base, hubs, base);
  }

  private static boolean isEncrypted(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }
}
