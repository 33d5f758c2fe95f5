package org.bedside;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bedside.api.PublicAddress;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Where others reach the server, as a test says; at first nowhere. */
public final class MovablePublicAddress implements PublicAddress {

  private final AtomicReference<Optional<URI>> address = new AtomicReference<>(Optional.empty());

  public void set(String written) {
    address.set(Optional.of(URI.create(written)));
  }

  public void reset() {
    address.set(Optional.empty());
  }

  @Override
  public Optional<URI> find() {
    return address.get();
  }

  /** Puts this address in the place of the configured one. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Configuration {
    @Bean
    @Primary
    MovablePublicAddress movablePublicAddress() {
      return new MovablePublicAddress();
    }
  }
}
