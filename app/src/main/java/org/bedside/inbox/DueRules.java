package org.bedside.inbox;

import java.util.Optional;
import org.bedside.targets.Rule;

/** Which target counts for a case of the current organization, and so why it is due when it is. */
public interface DueRules {

  /** Empty where it has no target. */
  Optional<Rule> of(CaseRow row);
}
