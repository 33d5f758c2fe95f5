package org.bedside.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once and lets through only addresses that may be asked. The connection is made to
 * the very addresses returned here, so that a second answer of the name server can't slip in.
 */
final class GuardedResolver implements DnsResolver {

  private final Lookup lookup;
  private final AddressRules rules;

  GuardedResolver(Lookup lookup, AddressRules rules) {
    this.lookup = lookup;
    this.rules = rules;
  }

  AddressRules rules() {
    return rules;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return checked(host).toArray(InetAddress[]::new);
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return checked(host).stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** One private address among public ones is enough to refuse: nobody needs such a host. */
  private List<InetAddress> checked(String host) throws UnknownHostException {
    List<InetAddress> found = lookup.addresses(host);
    if (found.isEmpty()) {
      throw new UnknownHostException(host);
    }
    for (InetAddress address : found) {
      if (!rules.allows(bare(host), address)) {
        throw new PrivateAddressException(host);
      }
    }
    return found;
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** The host leads into a private network. */
  static final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddressException(String host) {
      super(host);
    }
  }
}
