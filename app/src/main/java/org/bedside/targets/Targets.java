package org.bedside.targets;

import java.util.List;
import org.bedside.identity.SignedIn;

/** The response-time targets of the current organization. Thread-safe. */
public interface Targets {

  /** What counts now; the standard where nobody chose anything. */
  TargetPlan current();

  /** Puts these rules in the place of all; publishes {@link TargetsChanged}. */
  void change(List<Rule> rules, SignedIn by);

  /** Puts these hours and holidays in the place of all; publishes {@link TargetsChanged}. */
  void change(Hours hours, SignedIn by);
}
