package org.bedside.channels;

import java.time.Instant;
import java.util.Optional;
import org.bedside.identity.SignedIn;

/** Whether the current organization holds everything back. Thread-safe. */
public interface HoldSending {

  /** Who holds it, and since when; empty where nothing is held. */
  Optional<Held> held();

  /**
   * Holds what has not begun to leave, and whatever is ordered from now on. Once this has committed
   * nothing new leaves; taking down goes on.
   */
  void hold(SignedIn by);

  /** Lets it go. */
  void release(SignedIn by);

  record Held(Instant since, String by) {}
}
