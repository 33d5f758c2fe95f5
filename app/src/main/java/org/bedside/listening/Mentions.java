package org.bedside.listening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.database.OrganizationId;

/** The mentions of the current organization; call inside a transaction. */
public interface Mentions {

  Optional<Mention> find(long id);

  /** Those of the ids that exist, in ascending order. */
  List<Mention> find(Collection<Long> ids);

  /**
   * Mentions that wait for their assessment, those found in history last and oldest first, held by
   * this transaction until it ends: another one skips them, and when the process dies they wait
   * again.
   */
  List<Mention> takePending(int limit);

  /**
   * Mentions that are assessed and wait to be read once more, the newest first; held as those of
   * {@link #takePending}.
   */
  List<Mention> takeAgain(int limit);

  /** They have been assessed, in this transaction. */
  void assessed(Collection<Long> ids);

  /** They have been assessed in haste, in this transaction, and wait to be read once more. */
  void assessedInHaste(Collection<Long> ids);

  /** This one can't be assessed; it stays visible with its error and can be retried. */
  void setAside(long id, String error);

  /** Lets what was set aside wait again; answers how many. */
  int retrySetAside();

  /** Those of the ids that were assessed wait to be read once more. */
  void assessAgain(Collection<Long> ids);

  /**
   * The latest mentions that were assessed wait to be read once more; answers how many.
   *
   * @param most how many of them
   */
  int assessLatestAgain(int most);

  /** How far the posts of those went whose source says it, as it counted last. */
  Map<Long, Reach> reach(Collection<Long> ids);

  /** The latest mentions, newest first. */
  List<Mention> latest(int most);

  /** How many wait and how many are set aside. */
  Waiting waiting();

  /** Organizations in which a mention waits for its first assessment; spans organizations. */
  List<OrganizationId> organizationsWaiting();

  /** Organizations in which a mention waits to be read once more; spans organizations. */
  List<OrganizationId> organizationsWaitingAgain();

  /**
   * How many mentions wait.
   *
   * @param pending for their first assessment, or the one after an edit
   * @param again to be read once more; until then what was understood before counts
   * @param setAside for somebody to look at their error
   */
  record Waiting(long pending, long again, long setAside) {

    /** Whether everything has been read as well as it will be. */
    public boolean isOver() {
      return pending + again == 0;
    }
  }
}
