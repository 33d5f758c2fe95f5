package org.bedside.approvals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The policies of the current organization. A change concerns only what is asked after it. */
public interface Policies {

  /** Oldest first, which is the order in which their steps follow each other. */
  List<Policy> all();

  Optional<Policy> find(UUID id);

  UUID add(Policy.Description what, SignedIn by);

  /**
   * @return whether it was changed; not where somebody else was quicker, or it is gone
   */
  boolean change(UUID id, int version, Policy.Description what, SignedIn by);

  /** Whoever was asked already stays asked. */
  void remove(UUID id, SignedIn by);
}
