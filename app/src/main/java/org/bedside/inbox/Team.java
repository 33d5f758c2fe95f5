package org.bedside.inbox;

import java.util.Set;
import java.util.UUID;

/**
 * People who share work.
 *
 * @param members ids of those who work here now
 */
public record Team(UUID id, String name, Set<UUID> members) {

  public Team {
    members = Set.copyOf(members);
  }
}
