package org.bedside.privacy.web;

import java.util.List;
import org.bedside.privacy.GuardPolicies.Kept;
import org.bedside.privacy.GuardPolicy;

/**
 * What the page of the guard's policy shows.
 *
 * @param kept what holds now
 * @param rules keys of the guard's rules, in its order
 * @param problem message key of what kept it from being saved, or empty
 * @param takenBack what would be taken back, so that a reason is asked for
 */
public record GuardSettings(
    GuardForm form,
    Kept kept,
    List<String> rules,
    String problem,
    List<GuardPolicy.Part> takenBack,
    GuardTrial trial) {

  /** Whether the field for the reason is shown as missing. */
  public boolean needsReason() {
    return !takenBack.isEmpty();
  }
}
