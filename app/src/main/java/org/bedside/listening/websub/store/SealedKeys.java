package org.bedside.listening.websub.store;

import java.util.UUID;
import org.bedside.listening.websub.Keys;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.stereotype.Component;

/** Tokens and secrets as they lie in the database. */
@Component
class SealedKeys {

  private final Secrets secrets;

  SealedKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  byte[] seal(UUID subscription, Keys keys) {
    return secrets.seal(keys.token() + " " + keys.secret(), context(subscription));
  }

  /** Empty ones where the key that sealed them is lost. */
  Keys open(UUID subscription, byte[] sealed) {
    try {
      String[] words = secrets.open(sealed, context(subscription)).split(" ", 2);
      return words.length == 2 ? new Keys(words[0], words[1]) : new Keys("", "");
    } catch (SecretUnreadableException e) {
      return new Keys("", "");
    }
  }

  private static String context(UUID subscription) {
    return "websub:" + subscription;
  }
}
