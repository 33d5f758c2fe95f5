package org.bedside.listening.poll;

import java.time.Duration;
import org.bedside.listening.connector.PollQueue;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks for due work every few seconds, or at once when woken. */
@Component
public class Heartbeat extends Rounds {

  private final Poller poller;
  private final PollQueue queue;
  private final Housekeeping housekeeping;
  private final boolean alone;

  Heartbeat(
      Poller poller,
      PollQueue queue,
      Housekeeping housekeeping,
      @Value("${bedside.database-url:}") String sharedDatabase,
      @Value("${bedside.listening.look-every:5s}") Duration every) {
    super("listening", every);
    this.queue = queue;
    this.housekeeping = housekeeping;
    this.alone = sharedDatabase.isBlank();
    this.poller = poller;
  }

  @Override
  public void start() {
    if (alone) {
      // The database that comes with Bedside has one process at a time: after a kill nobody waits
      // for leases of the dead.
      queue.releaseAll();
    }
    super.start();
  }

  @Override
  protected boolean round() {
    poller.askDue();
    housekeeping.clear();
    return false;
  }
}
