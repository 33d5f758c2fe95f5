package org.bedside.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people of the current organization. */
public interface Members {

  /** Everybody who works for it now, by name. */
  List<Member> current();

  Optional<Member> find(UUID id);

  /**
   * Changes what somebody may do.
   *
   * @param roles at least one
   * @throws LastAdministratorException where nobody would be left to administer
   */
  void assignRoles(UUID id, Set<Role> roles, SignedIn by);

  /**
   * Ends somebody's work here; what they did stays.
   *
   * @throws LastAdministratorException where nobody would be left to administer
   */
  void end(UUID id, SignedIn by);
}
