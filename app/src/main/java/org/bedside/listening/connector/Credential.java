package org.bedside.listening.connector;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person entered for a source, or what its network gave us in exchange: passwords, tokens,
 * search words. Encrypted at rest; never written into a log.
 *
 * @param values by the names of {@link Need}, or the connector's own
 * @param expiresAt when the network stops accepting it, so that people are told before; null where
 *     it doesn't end
 */
public record Credential(Map<String, String> values, @Nullable Instant expiresAt) {

  /** The names under which a user name and a password are kept. */
  public static final String USER = "user";

  public static final String PASSWORD = "password";

  public Credential {
    values = Map.copyOf(values);
  }

  public static Credential of(Map<String, String> values) {
    return new Credential(values, null);
  }

  public static Credential login(String user, String password) {
    return of(Map.of(USER, user, PASSWORD, password));
  }

  /** The value of that name, or an empty text. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return !get(name).isBlank();
  }

  /** The same with one value replaced. */
  public Credential with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Credential(more, expiresAt);
  }

  /** The same until another time. */
  public Credential until(@Nullable Instant end) {
    return new Credential(values, end);
  }

  @Override
  public String toString() {
    return "Credential" + new TreeMap<>(values).keySet();
  }
}
