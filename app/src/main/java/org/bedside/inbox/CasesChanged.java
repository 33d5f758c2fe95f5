package org.bedside.inbox;

import java.util.List;
import org.bedside.database.OrganizationId;

/**
 * Cases are new or changed; published inside the transaction.
 *
 * @param fresh those opened just now, on what has just come in
 * @param changed the others
 */
public record CasesChanged(OrganizationId organization, List<Long> fresh, List<Long> changed) {

  public CasesChanged {
    fresh = List.copyOf(fresh);
    changed = List.copyOf(changed);
  }
}
