package org.bedside.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** Things done to one or many cases of the current organization, each taken back as one. */
public interface CaseActions {

  /** Cases in one action at most. */
  int MOST = 200;

  /**
   * @param version that the person saw
   */
  record Chosen(long id, int version) {}

  /**
   * Does the steps, in their order, to each case that is still as the person saw it; the others are
   * left out. All in one transaction.
   *
   * @param chosen beyond {@link #MOST} they are left out
   * @param macro the name of the macro that the steps come from, or the empty text
   * @throws IllegalArgumentException where a step names somebody or something that isn't there;
   *     nothing is changed then
   */
  DoneAction apply(List<Chosen> chosen, List<Step> steps, String macro, SignedIn by);

  /**
   * Brings back what the person's action changed; cases that have been changed again since are left
   * as they are. Does nothing a second time.
   *
   * @return empty where there is no such action of this person
   */
  Optional<DoneAction> undo(UUID action, SignedIn by);

  /** What the person did last, if it isn't longer ago than that. */
  Optional<DoneAction> latest(SignedIn by, Duration within);
}
