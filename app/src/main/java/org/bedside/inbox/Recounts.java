package org.bedside.inbox;

import java.util.List;
import org.bedside.database.OrganizationId;

/** Open cases whose due time is to be counted anew, because other targets count now. */
public interface Recounts {

  /** Where something is to be counted anew; spans organizations. */
  List<OrganizationId> organizations();

  /**
   * Counts the next few of the current organization, in one transaction.
   *
   * @return whether there are more
   */
  boolean next();
}
