package org.bedside.approvals;

import java.util.List;
import java.util.UUID;

/**
 * Why a step is asked for.
 *
 * @param name of the policy, as it was
 * @param facts that made it apply; none where it applies to everything
 */
public record Reason(UUID policy, String name, List<Fact> facts) {
  public Reason {
    facts = List.copyOf(facts);
  }
}
