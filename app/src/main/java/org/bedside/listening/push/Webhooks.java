package org.bedside.listening.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.OrganizationId;

/** The secrets under which others sign what they push into a source. */
public interface Webhooks {

  /** Whoever pushes, of whatever organization; asked before anybody is known. */
  Optional<Hook> find(UUID source);

  /**
   * A source that takes signed pushes.
   *
   * @param secret never to be shown or logged
   */
  record Hook(OrganizationId organization, UUID source, boolean active, String secret) {
    @Override
    public String toString() {
      return "Hook[" + source + "]";
    }
  }

  /** Keeps a secret for a source of the current organization in place of an older one. */
  void keep(UUID source, String secret);

  /** Whether there was one. */
  boolean remove(UUID source);

  /** Those of the current organization, by the name of their source. */
  List<Entry> all();

  record Entry(UUID id, String source, Instant createdAt) {}
}
