package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The macros of the current organization. */
public interface Macros {

  /** By name. */
  List<Macro> all();

  /**
   * @param steps at least one
   * @throws NameInUseException where another macro has that name
   */
  Macro add(String name, List<Step> steps, SignedIn by);

  /** What it did to cases stays. */
  void remove(UUID id, SignedIn by);
}
