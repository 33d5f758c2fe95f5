package org.bedside.channels.web;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.bedside.api.PublicAddress;
import org.bedside.channels.Network;
import org.bedside.channels.connecting.Connecting;
import org.bedside.channels.connecting.Grantor;
import org.bedside.channels.connecting.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What pages about connecting share: where networks lead back to, and the session's secret. */
@Component
class ConnectPages {

  static final String BACK = "/settings/channels/connected/";
  private static final String SESSION = "channels.connecting";

  private final PublicAddress address;
  private final Connecting connecting;
  private final Words words;

  ConnectPages(PublicAddress address, Connecting connecting, Words words) {
    this.address = address;
    this.connecting = connecting;
    this.words = words;
  }

  /**
   * @param path of the page, with its query
   * @param action where its form goes
   */
  ConnectView view(Network network, String path, String action) {
    return new ConnectView(
        network,
        action,
        redirect(network).map(URI::toString).orElse(""),
        connecting.clientId(network),
        elsewhere(path));
  }

  /** Where the network leads back to; empty where it leads nobody anywhere. */
  Optional<URI> redirect(Network network) {
    return Grantor.of(network).map(grantor -> URI.create(base() + BACK + grantor.path()));
  }

  /** That of the installation; where nobody said, the one under which the person is here. */
  private String base() {
    return address.find().map(URI::toString).orElseGet(ConnectPages::here);
  }

  private static String here() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }

  /** Under another name the browser shows no session when it comes back. */
  private @Nullable String elsewhere(String path) {
    return base().equalsIgnoreCase(here()) ? null : base() + path;
  }

  /** Known to this session alone. */
  String secret(HttpSession session) {
    if (session.getAttribute(SESSION) instanceof String kept) {
      return kept;
    }
    String fresh = words.next();
    session.setAttribute(SESSION, fresh);
    return fresh;
  }
}
