package org.bedside.approvals;

import java.time.Instant;
import java.util.List;
import org.bedside.database.OrganizationId;

/** Where there is something to look at. */
public interface Due {

  /** Organizations with an open request to look at by that time. */
  List<OrganizationId> requests(Instant now);
}
