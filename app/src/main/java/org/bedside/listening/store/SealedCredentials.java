package org.bedside.listening.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bedside.listening.connector.Credential;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The credentials of sources as they lie in the database. */
@Component
class SealedCredentials {

  private static final String EXPIRES = "expires at";

  private final Secrets secrets;
  private final JsonMapper json;

  SealedCredentials(Secrets secrets, JsonMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  byte @Nullable [] seal(UUID source, @Nullable Credential credential) {
    if (credential == null) {
      return null;
    }
    Map<String, String> values = new TreeMap<>(credential.values());
    if (credential.expiresAt() != null) {
      values.put(EXPIRES, credential.expiresAt().toString());
    }
    return secrets.seal(json.writeValueAsString(values), context(source));
  }

  /** Without the key that sealed it there is none; the server's refusal then tells people. */
  @Nullable Credential open(UUID source, byte @Nullable [] sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      return read(secrets.open(sealed, context(source)));
    } catch (SecretUnreadableException e) {
      return null;
    }
  }

  private @Nullable Credential read(String text) {
    if (!text.startsWith("{")) {
      // A user name and a password, as they were kept at first.
      String[] lines = text.split("\n", 2);
      return Credential.login(lines[0], lines.length > 1 ? lines[1] : "");
    }
    try {
      Map<String, String> values =
          new TreeMap<>(json.readValue(text, new TypeReference<Map<String, String>>() {}));
      String expires = values.remove(EXPIRES);
      return new Credential(values, expires == null ? null : Instant.parse(expires));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String context(UUID source) {
    return "source:" + source;
  }
}
