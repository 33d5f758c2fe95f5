package org.bedside.listening.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Look;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what could be listened to at an address as somebody wrote it. */
@Component
class SourceFinder {

  private final List<Connector> connectors;

  SourceFinder(List<Connector> connectors) {
    this.connectors = List.copyOf(connectors);
  }

  /**
   * @param connector whose find it is
   */
  record Found(String connector, Look look) {}

  /** An address without a scheme is taken as https, then as http. */
  Found find(String written, @Nullable Credential credential) {
    boolean schemed = written.contains("://") || written.startsWith("mailto:");
    Found found = at(schemed ? written : "https://" + written.strip(), credential);
    boolean nobody =
        found.look() instanceof Look.Nothing(String code, String _)
            && (code.equals("outbound.connection") || code.equals("outbound.certificate"));
    return nobody && !schemed ? at("http://" + written.strip(), credential) : found;
  }

  private Found at(String address, @Nullable Credential credential) {
    Optional<URI> uri = WebAddress.parse(address);
    if (uri.isEmpty()) {
      return new Found("", new Look.Nothing("outbound.address-invalid", ""));
    }
    Found last = new Found("", new Look.Nothing("feed.not-a-feed", ""));
    for (Connector connector : connectors) {
      if (connector.accepts(uri.get())) {
        last = new Found(connector.type(), connector.look(uri.get(), credential));
        if (last.look() instanceof Look.Found) {
          return last;
        }
      }
    }
    return last;
  }
}
