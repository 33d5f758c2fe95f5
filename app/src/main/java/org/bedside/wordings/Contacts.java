package org.bedside.wordings;

import java.util.Map;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** What the current organization and its places put in the place of variables. Thread-safe. */
public interface Contacts {

  /**
   * What the variables stand for in replies about a place.
   *
   * @param location the place that the source is about, or null; what it doesn't have of its own is
   *     the organization's
   */
  Values values(@Nullable UUID location);

  /**
   * What was entered.
   *
   * @param location null for the organization's own
   */
  Map<Variable, Pair> own(@Nullable UUID location);

  /**
   * Replaces what was entered for the organization or for one of its places.
   *
   * @param location null for the organization's own
   * @throws IllegalArgumentException where the place is none of this organization
   */
  void keep(@Nullable UUID location, Map<Variable, Pair> entered, SignedIn by);
}
