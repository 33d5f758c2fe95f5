package org.bedside.listening.history;

import java.util.List;
import org.bedside.database.OrganizationId;

/** What the runner does, one step a transaction. */
public interface Passes {

  /** Organizations with a run that is due; spans organizations. */
  List<OrganizationId> waiting();

  /**
   * Looks at the next posts on behalf of those runs of the current organization that have come
   * least far, all of them at once.
   *
   * @param posts at most so many
   * @return false where nothing is due, or another process does it
   */
  boolean step(int posts);

  /** Leaves out the next post, which can't be looked at, and says so in the runs. */
  boolean leaveOut();

  /** Ends the runs that are due, with what they found kept. */
  void fail(String code);
}
