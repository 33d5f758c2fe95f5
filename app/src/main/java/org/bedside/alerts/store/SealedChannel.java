package org.bedside.alerts.store;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.stereotype.Component;

/** Address and secret of a channel as they lie in the database. */
@Component
class SealedChannel {

  private final Secrets secrets;

  SealedChannel(Secrets secrets) {
    this.secrets = secrets;
  }

  /** What was sealed. */
  record Opened(URI address, String secret) {}

  byte[] seal(UUID channel, URI address, String secret) {
    return secrets.seal(address + "\n" + secret, context(channel));
  }

  /** Empty where it was sealed under a key that is lost. */
  Optional<Opened> open(UUID channel, byte[] sealed) {
    try {
      String[] lines = secrets.open(sealed, context(channel)).split("\n", 2);
      return Optional.of(new Opened(URI.create(lines[0]), lines.length > 1 ? lines[1] : ""));
    } catch (SecretUnreadableException e) {
      return Optional.empty();
    }
  }

  private static String context(UUID channel) {
    return "alert-channel:" + channel;
  }
}
