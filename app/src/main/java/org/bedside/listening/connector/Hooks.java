package org.bedside.listening.connector;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Finds whose source a network's delivery is for, before anybody is known. */
public interface Hooks {

  /** The active source of that id and way of listening, of whatever organization. */
  Optional<Hooked> find(UUID source, String connector);

  record Hooked(
      OrganizationId organization, UUID source, URI url, @Nullable Credential credential) {

    /** A value of the credential, or an empty text. */
    public String get(String name) {
      return credential == null ? "" : credential.get(name);
    }
  }
}
