package org.bedside.inbox;

import java.util.List;
import java.util.UUID;

/** Steps under a name. */
public record Macro(UUID id, String name, List<Step> steps) {

  public Macro {
    steps = List.copyOf(steps);
  }
}
