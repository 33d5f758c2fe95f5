package org.bedside.understanding;

import java.util.Collection;
import java.util.List;
import org.bedside.understanding.watch.Proposer;

/**
 * Writes the watches that an organization would want to begin with. Immutable and thread-safe.
 *
 * <p>A name that others bear too, that consists of everyday words or that is very short is flagged,
 * and its query asks besides for one of the places, or where none is given for a word of care.
 */
public final class WatchProposals {

  private final Proposer proposer;

  /** With the names that many hospitals of the United States, the United Kingdom and Spain bear. */
  public WatchProposals() {
    this(List.of());
  }

  /**
   * As {@link #WatchProposals()}, with further names.
   *
   * @param knownNames names of hospitals and practices anywhere, those of the organization too; a
   *     name that two or more of them hold is shared. May be empty.
   */
  public WatchProposals(Collection<String> knownNames) {
    proposer = new Proposer(knownNames);
  }

  /**
   * One watch for each name, clinician and handle, in the order given, each query once. What has no
   * word in it is left out.
   */
  public List<ProposedWatch> propose(OrganizationNames names) {
    return proposer.propose(names);
  }
}
