package org.bedside.listening.connector;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What to listen to.
 *
 * @param cursor as the connector gave it the last time; its own format
 * @param watched the organization's active watches as they are when asked for, for networks that
 *     filter for us; what they let through is still matched here
 */
public record Target(
    URI url,
    @Nullable String cursor,
    @Nullable Credential credential,
    Supplier<List<Watched>> watched) {

  /** A watch by its name. */
  public record Watched(String name, String query) {}

  /** One that needs no watches. */
  public Target(URI url, @Nullable String cursor, @Nullable Credential credential) {
    this(url, cursor, credential, List::of);
  }

  /** A value of the credential, or an empty text. */
  public String get(String name) {
    return credential == null ? "" : credential.get(name);
  }
}
