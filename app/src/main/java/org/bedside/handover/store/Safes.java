package org.bedside.handover.store;

import java.util.Base64;
import java.util.UUID;
import org.bedside.secrets.MasterKey;
import org.bedside.secrets.Secrets;
import org.springframework.stereotype.Component;

/**
 * The keys of the conversations: each has one of its own, sealed under the installation's. Whoever
 * deletes a conversation's key has made every copy of its words unreadable.
 */
@Component
class Safes {

  private final Secrets secrets;

  Safes(Secrets secrets) {
    this.secrets = secrets;
  }

  /** A new key for that conversation, as it is kept. */
  byte[] newKey(UUID conversation) {
    return secrets.seal(
        Base64.getEncoder().encodeToString(Unguessable.bytes()), context(conversation));
  }

  /** Opens and seals with the key that {@link #newKey} made for the same conversation. */
  Safe with(UUID conversation, byte[] sealedKey) {
    return new Safe(
        conversation,
        new Secrets(MasterKey.ofBase64(secrets.open(sealedKey, context(conversation)))));
  }

  private static String context(UUID conversation) {
    return "handover-key:" + conversation;
  }

  /** One conversation's words. What is sealed in one place opens in no other. */
  static final class Safe {

    private final UUID conversation;
    private final Secrets secrets;

    private Safe(UUID conversation, Secrets secrets) {
      this.conversation = conversation;
      this.secrets = secrets;
    }

    byte[] seal(String words, String place) {
      return secrets.seal(words, context(place));
    }

    String open(byte[] sealed, String place) {
      return secrets.open(sealed, context(place));
    }

    private String context(String place) {
      return "handover:" + conversation + ":" + place;
    }
  }
}
