package org.bedside.listening.store;

import java.util.UUID;
import org.bedside.listening.connector.Login;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The logins of sources as they lie in the database. */
@Component
class SealedLogins {

  private final Secrets secrets;

  SealedLogins(Secrets secrets) {
    this.secrets = secrets;
  }

  byte @Nullable [] seal(UUID source, @Nullable Login login) {
    return login == null
        ? null
        : secrets.seal(login.user() + "\n" + login.password(), context(source));
  }

  /** Without the key that sealed it there is no login; the server's refusal then tells people. */
  @Nullable Login open(UUID source, byte @Nullable [] sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      String[] lines = secrets.open(sealed, context(source)).split("\n", 2);
      return new Login(lines[0], lines.length > 1 ? lines[1] : "");
    } catch (SecretUnreadableException e) {
      return null;
    }
  }

  private static String context(UUID source) {
    return "source:" + source;
  }
}
