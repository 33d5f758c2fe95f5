package org.bedside.improvement.store;

import java.util.UUID;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.stereotype.Component;

/** Secrets of webhooks as they lie in the database. */
@Component
class HookSecrets {

  private final Secrets secrets;

  HookSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  byte[] seal(UUID hook, String secret) {
    return secrets.seal(secret, context(hook));
  }

  /** Empty where the installation's key is another by now. */
  String open(UUID hook, byte[] sealed) {
    try {
      return secrets.open(sealed, context(hook));
    } catch (SecretUnreadableException e) {
      return "";
    }
  }

  private static String context(UUID hook) {
    return "improvement-webhook:" + hook;
  }
}
