package org.bedside.channels.web;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.connecting.Client;
import org.bedside.channels.connecting.Wish;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;

/** An account as it is entered. Secrets are never shown again. */
public record ChannelForm(Network network, Map<String, String> fields) {

  private static final int LONGEST_NAME = 80;

  public ChannelForm {
    fields = Map.copyOf(fields);
  }

  /** The network of that name. */
  static Optional<Network> network(@Nullable String name) {
    for (Network network : Network.values()) {
      if (network.name().equals(name)) {
        return Optional.of(network);
      }
    }
    return Optional.empty();
  }

  /** Whether it may live on a server of one's own choice. */
  public boolean hasServer() {
    return network == Network.BLUESKY || network == Network.MASTODON;
  }

  /** The name without what a page can't show, or empty. */
  public String name() {
    String line = entered("name").replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME).strip();
  }

  public String server() {
    return entered("server");
  }

  /** What was entered and may be shown again. */
  public String shown(Key key) {
    return key.isSecret() ? "" : entered("key-" + key.name());
  }

  private String entered(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** Message key of what is missing, or empty. */
  String problem() {
    if (name().isEmpty()) {
      return "channels.add.no-name";
    }
    if (hasServer() && uri() == null && (network == Network.MASTODON || !server().isEmpty())) {
      return "channels.add.no-server";
    }
    return isComplete() ? "" : "channels.add.incomplete";
  }

  /** Whether all keys were entered. */
  boolean isComplete() {
    return Key.of(network).stream()
        .allMatch(key -> key.isOptionalFor(network) || !entered("key-" + key.name()).isEmpty());
  }

  /** Message key of what is missing before anybody is sent to the network, or empty. */
  String problemOfConnecting() {
    if (name().isEmpty()) {
      return "channels.add.no-name";
    }
    if (network == Network.MASTODON && uri() == null) {
      return "channels.add.no-server";
    }
    return network == Network.GOOGLE_BUSINESS && place().isEmpty()
        ? "channels.connect.no-location"
        : "";
  }

  String place() {
    return entered("key-PLACE");
  }

  /** What was entered as the client's id; empty where another one is to stay. */
  public String clientId() {
    return entered("client-id");
  }

  /** Whether keys were entered rather than a way to get some. */
  public boolean isPasting() {
    return Key.of(network).stream()
        .anyMatch(key -> key.isSecret() && fields.containsKey("key-" + key.name()));
  }

  /** What we are known as there, as far as it was entered. */
  Client client() {
    return new Client(clientId(), entered("client-secret"));
  }

  Wish wish() {
    return new Wish(
        network, null, name(), uri(), network == Network.GOOGLE_BUSINESS ? place() : "");
  }

  /** What was entered for it and is no secret. */
  static ChannelForm of(Wish wish) {
    URI server = wish.server();
    return new ChannelForm(
        wish.network(),
        Map.of(
            "name",
            wish.name(),
            "server",
            server == null ? "" : server.toString(),
            "key-PLACE",
            wish.place()));
  }

  private @Nullable URI uri() {
    String written = server();
    String address = written.matches("(?i)https?://.*") ? written : "https://" + written;
    return !hasServer() || written.isEmpty()
        ? null
        : WebAddress.parse(address)
            .filter(WebAddress::isWeb)
            .filter(uri -> uri.getRawUserInfo() == null)
            .map(uri -> URI.create(uri.getScheme() + "://" + uri.getRawAuthority()))
            .orElse(null);
  }

  NewChannel channel() {
    return new NewChannel(network, name(), uri(), keys());
  }

  Map<Key, String> keys() {
    Map<Key, String> keys = new EnumMap<>(Key.class);
    Key.of(network).forEach(key -> keys.put(key, entered("key-" + key.name())));
    return keys;
  }

  @Override
  public String toString() {
    return "ChannelForm[" + network + "]";
  }
}
