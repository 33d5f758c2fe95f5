package org.bedside.hooks.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.stereotype.Component;

/**
 * Address and secret as they lie in the database. What alerts and tickets had kept before there was
 * one place for it is still opened as they sealed it.
 */
@Component
class SealedHook {

  private final Secrets secrets;

  SealedHook(Secrets secrets) {
    this.secrets = secrets;
  }

  /** What was sealed. */
  record Opened(URI address, String secret) {}

  byte[] seal(UUID hook, URI address, String secret) {
    return secrets.seal(address + "\n" + secret, "hook:" + hook);
  }

  /**
   * Empty where it was sealed under a key that is lost.
   *
   * @param row with {@code hook}, {@code sealed}, {@code form} and {@code address}
   */
  Optional<Opened> open(ResultSet row) throws SQLException {
    UUID hook = row.getObject("hook", UUID.class);
    byte[] sealed = row.getBytes("sealed");
    try {
      return Optional.of(
          switch (row.getString("form")) {
            case "ALERTS" -> both(secrets.open(sealed, "alert-channel:" + hook));
            case "IMPROVEMENT" ->
                new Opened(
                    URI.create(Objects.requireNonNull(row.getString("address"))),
                    secrets.open(sealed, "improvement-webhook:" + hook));
            default -> both(secrets.open(sealed, "hook:" + hook));
          });
    } catch (SecretUnreadableException e) {
      return Optional.empty();
    }
  }

  private static Opened both(String opened) {
    String[] lines = opened.split("\n", 2);
    return new Opened(URI.create(lines[0]), lines.length > 1 ? lines[1] : "");
  }
}
