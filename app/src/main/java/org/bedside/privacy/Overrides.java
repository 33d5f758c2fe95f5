package org.bedside.privacy;

import java.util.Optional;
import org.bedside.identity.SignedIn;

/** Overrides of the guard that wait for a second person. */
public interface Overrides {

  /** What the first person asked for. */
  record Asked(String reason, String by, String byName) {}

  /**
   * Notes that {@code by} wants these words recorded, unless somebody else asked in the last week.
   *
   * @param subject what is answered
   * @return what another person asked for before, which is over with this; empty while one waits
   */
  Optional<Asked> second(String subject, String words, String reason, SignedIn by);
}
