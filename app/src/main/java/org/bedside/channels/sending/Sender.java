package org.bedside.channels.sending;

import java.time.Duration;
import java.time.Instant;
import org.bedside.channels.Network;

/**
 * Speaks to one network. Thread-safe, keeps nothing; never throws for what the network does. Of
 * every request that writes it says for certain, or says that it doesn't know.
 */
interface Sender {

  Network network();

  /** Asks the network to take it. */
  Outcome send(Job job, Line line);

  /** Asks the network whether it took it. */
  Looked lookUp(Job job, Line line);

  /** Puts {@link Job#wanted} in the place of what is there. Doing it twice is as good as once. */
  Outcome edit(Job job, Line line);

  /** Takes it down; what is gone already is taken down too. */
  Outcome delete(Job job, Line line);

  /** Asks whose account the keys open. */
  Who who(Line line);

  /**
   * Whether sending it once more now can't make two of it, even where the first one is still on its
   * way.
   */
  boolean repeatable(Job job, Instant now);

  /** How long after an attempt whatever it brought about would show. */
  default Duration grace() {
    return Duration.ofMinutes(10);
  }
}
