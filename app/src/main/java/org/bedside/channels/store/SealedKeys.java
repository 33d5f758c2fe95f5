package org.bedside.channels.store;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.sending.Keys;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keys of a channel as they lie in the database. */
@Component("sealedChannelKeys")
class SealedKeys {

  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private final Secrets secrets;

  SealedKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  byte[] seal(UUID channel, Keys keys) {
    return secrets.seal(JsonMapper.shared().writeValueAsString(keys.values()), context(channel));
  }

  /** Empty where they were sealed under a key that is lost. */
  Optional<Keys> open(UUID channel, byte[] sealed) {
    try {
      String json = secrets.open(sealed, context(channel));
      return Optional.of(new Keys(JsonMapper.shared().readValue(json, VALUES)));
    } catch (SecretUnreadableException e) {
      return Optional.empty();
    }
  }

  private static String context(UUID channel) {
    return "channel:" + channel;
  }
}
