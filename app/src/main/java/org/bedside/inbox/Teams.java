package org.bedside.inbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The teams of the current organization. Whoever stops working for it is in none any more. */
public interface Teams {

  /** By name. */
  List<Team> all();

  /**
   * @throws NameInUseException where another team has that name
   */
  Team add(String name, Set<UUID> members, SignedIn by);

  /**
   * @throws NameInUseException where another team has that name
   */
  void change(UUID id, String name, Set<UUID> members, SignedIn by);

  /** Its cases keep their owners, and their history its name. */
  void remove(UUID id, SignedIn by);
}
