package org.bedside.alerts;

import org.bedside.identity.SignedIn;

/** How the current organization wants to be alerted. */
public interface Tunings {

  /** What was chosen, or {@link Tuning#STANDARD}. */
  Tuning current();

  void change(Tuning tuning, SignedIn by);

  /** Who is asked, in order. */
  Rota rota();

  void change(Rota rota, SignedIn by);
}
