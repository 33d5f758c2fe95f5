package org.bedside.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublicAddressConfiguration {

  @Bean
  PublicAddress publicAddress(@Value("${bedside.public-address:}") String written) {
    Optional<URI> address = read(written);
    return () -> address;
  }

  /**
   * @throws IllegalArgumentException with a sentence for a person where it is no address that
   *     others can trust
   */
  static Optional<URI> read(String written) {
    String bare = written.strip().replaceFirst("/+$", "");
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI address = new URI(bare);
      boolean good =
          "https".equalsIgnoreCase(address.getScheme())
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      if (good) {
        return Optional.of(address);
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "bedside.public-address is the https address under which others reach this server, such as"
            + " https://bedside.example.org. Leave it out if they can't.");
  }
}
