package org.bedside.listening.web;

import java.net.URI;
import java.util.Comparator;
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

  /** It takes whatever is at an address, so it is asked last. */
  private static final String ANY_SITE = "feed";

  private final List<Connector> connectors;

  SourceFinder(List<Connector> connectors) {
    this.connectors =
        connectors.stream()
            .sorted(Comparator.comparing((Connector one) -> one.type().equals(ANY_SITE)))
            .toList();
  }

  /**
   * @param connector whose find it is
   */
  record Found(String connector, Look look) {}

  /** The ways of listening that a person chooses by name, in the order of their names. */
  List<Connector> networks() {
    return connectors.stream()
        .filter(one -> !one.needs().isEmpty() || one.home().isPresent())
        .sorted(Comparator.comparing(Connector::type))
        .toList();
  }

  Optional<Connector> network(@Nullable String type) {
    return connectors.stream().filter(one -> one.type().equals(type)).findFirst();
  }

  /** An address without a scheme is taken as https, then as http. */
  Found find(@Nullable String type, String written, @Nullable Credential credential) {
    Optional<Connector> chosen = network(type);
    boolean schemed = written.contains("://") || written.startsWith("mailto:");
    Found found = at(chosen, schemed ? written : "https://" + written.strip(), credential);
    boolean nobody =
        found.look() instanceof Look.Nothing(String code, String _)
            && (code.equals("outbound.connection") || code.equals("outbound.certificate"));
    return nobody && !schemed && chosen.isEmpty()
        ? at(chosen, "http://" + written.strip(), credential)
        : found;
  }

  private Found at(Optional<Connector> chosen, String address, @Nullable Credential credential) {
    Optional<URI> uri = WebAddress.parse(address);
    if (uri.isEmpty()) {
      return new Found("", new Look.Nothing("outbound.address-invalid", ""));
    }
    if (chosen.isPresent()) {
      return new Found(chosen.get().type(), chosen.get().look(uri.get(), credential));
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
