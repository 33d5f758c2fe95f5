package org.bedside;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bedside.mail.MailServer;
import org.bedside.mail.MailServers;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The mail server that a test says; at first none. */
public final class MovableMailServer implements MailServers {

  private final AtomicReference<Optional<MailServer>> server =
      new AtomicReference<>(Optional.empty());

  public void set(MailServer one) {
    server.set(Optional.of(one));
  }

  public void reset() {
    server.set(Optional.empty());
  }

  @Override
  public Optional<MailServer> find() {
    return server.get();
  }

  /** Puts this server in the place of the configured one. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Configuration {
    @Bean
    @Primary
    MovableMailServer movableMailServer() {
      return new MovableMailServer();
    }
  }
}
