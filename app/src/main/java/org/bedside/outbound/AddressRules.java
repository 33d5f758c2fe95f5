package org.bedside.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses may be asked: those of the public internet by the IANA registries of special
 * addresses (RFC 6890 and its updates), and what an administrator allowed. Immutable.
 */
final class AddressRules {

  private static final List<Network> SPECIAL =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "2001::/23",
              "2001:db8::/32",
              "3fff::/20")
          .stream()
          .map(Network::of)
          .toList();

  private static final Network GLOBAL_V6 = Network.of("2000::/3");
  private static final Network SIX_TO_FOUR = Network.of("2002::/16");
  private static final Network NAT64 = Network.of("64:ff9b::/96");

  private final Set<String> names;
  private final List<Network> networks;

  /**
   * @param allowed host names, addresses and ranges that may be asked although they are private
   * @throws IllegalArgumentException where one of them is none of these
   */
  AddressRules(List<String> allowed) {
    List<String> entries =
        allowed.stream().map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    this.networks =
        entries.stream().filter(AddressRules::isRange).map(AddressRules::range).toList();
    this.names =
        entries.stream()
            .filter(entry -> !isRange(entry))
            .map(entry -> entry.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Network range(String entry) {
    try {
      return Network.of(entry);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "In bedside.outbound.allow, %s is neither host name, address nor range. "
              .concat("Leave ports and schemes out.")
              .formatted(entry),
          e);
    }
  }

  private static boolean isRange(String entry) {
    return entry.indexOf(':') >= 0 || entry.matches("[0-9.]+(/[0-9]+)?");
  }

  /** Whether {@code host}, which resolved to {@code address}, may be asked there. */
  boolean allows(String host, InetAddress address) {
    byte[] bytes = address.getAddress();
    return names.contains(host.toLowerCase(Locale.ROOT))
        || networks.stream().anyMatch(network -> network.contains(bytes))
        || isPublic(bytes);
  }

  static boolean isPublic(byte[] address) {
    if (address.length == 16) {
      if (NAT64.contains(address)) {
        return isPublic(Arrays.copyOfRange(address, 12, 16));
      }
      if (SIX_TO_FOUR.contains(address)) {
        return isPublic(Arrays.copyOfRange(address, 2, 6));
      }
      if (!GLOBAL_V6.contains(address)) {
        return false;
      }
    }
    return SPECIAL.stream().noneMatch(network -> network.contains(address));
  }
}
