package org.bedside.handover;

import java.time.Instant;
import java.util.List;
import org.bedside.database.OrganizationId;

/** What goes by itself when its time has come. Thread-safe. */
public interface Erasures {

  /** Where something is due; spans organizations, and never says what. */
  List<OrganizationId> due(Instant now);

  /**
   * Closes the links of the current organization that were not used in time, ends what has gone
   * quiet, and erases the words whose time is over.
   *
   * @return how many conversations were erased
   */
  int sweep(Instant now);
}
