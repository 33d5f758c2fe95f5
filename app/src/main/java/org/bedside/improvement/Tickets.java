package org.bedside.improvement;

import java.util.List;
import java.util.Optional;
import org.bedside.identity.SignedIn;

/** The improvement tickets of the current organization. */
public interface Tickets {

  /** Those that are not closed, the one that was due first at the top, so overdue ones lead. */
  List<Ticket> current(int most);

  /** Those that are closed, the last one first. */
  List<Ticket> closed(int most);

  Optional<TicketFile> find(long id);

  /** Opens one; answers its id. */
  long open(Topic topic, Plan plan, SignedIn by);

  /**
   * Plans it anew; each part that is another now is told in the history.
   *
   * @throws StaleTicketException where the ticket has another version by now, or there is none of
   *     that id; so do the others below
   */
  void change(long id, int version, Plan plan, SignedIn by);

  /** Says that somebody is at it, or no longer. */
  void begin(long id, int version, boolean underWay, SignedIn by);

  /**
   * Closes it.
   *
   * @param outcome what came of it, of 1 to {@value Plan#LONGEST_TEXT} characters
   */
  void close(long id, int version, String outcome, SignedIn by);

  /** Opens a closed one again; its outcome stays in the history. */
  void reopen(long id, int version, SignedIn by);
}
