package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** The alerts of the current organization. */
public interface Alerts {

  /**
   * Those in a state. Of the open ones the gravest first, then the one that is due first, then the
   * newest; of the others the one that changed last first.
   */
  List<Alert> list(AlertState state, int most);

  Optional<Alert> find(long id);

  /** How many are in each state; none where a state is missing. */
  Map<AlertState, Long> counts();

  /** How many wait for somebody. */
  long open();

  /** Alerts opened after {@code since} that still wait, counted up to a thousand. */
  int since(Instant since);

  /** Those of them that are gravest, the gravest first. */
  List<Alert> openedSince(Instant since, int most);

  /** Whom an alert was handed to, and when; oldest first. */
  List<Step> steps(long alert);

  /**
   * Somebody has it: its clock stops and it goes out to nobody else. Of two at once the first one
   * counts.
   *
   * @return whether it was open until now
   */
  boolean acknowledge(long id, SignedIn by);

  /**
   * Ends it.
   *
   * @return whether it was not closed until now
   */
  boolean close(long id, SignedIn by);

  /**
   * An alert was handed to somebody.
   *
   * @param step 0 when it opened
   * @param member null where nobody is on the rota
   */
  record Step(int step, @Nullable UUID member, String name, Instant at) {}
}
