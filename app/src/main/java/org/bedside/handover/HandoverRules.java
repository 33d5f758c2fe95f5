package org.bedside.handover;

import org.bedside.identity.SignedIn;

/** The rule of the current organization. Thread-safe. */
public interface HandoverRules {

  /** {@link HandoverRule#STANDARD} where nobody has set one. */
  HandoverRule current();

  /**
   * Sets it. A shorter time of keeping also shortens what was promised before; a longer one holds
   * only for consent that is given from now on.
   */
  void change(HandoverRule rule, SignedIn by);
}
