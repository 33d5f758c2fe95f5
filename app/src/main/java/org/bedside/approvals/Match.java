package org.bedside.approvals;

import java.util.List;

/**
 * A policy that applies to a subject.
 *
 * @param because the facts that made it; none where it applies to everything
 */
public record Match(Policy policy, List<Fact> because) {
  public Match {
    because = List.copyOf(because);
  }

  Reason reason() {
    return new Reason(policy.id(), policy.what().name(), because);
  }
}
