package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What channels are to be told of in the current organization; call inside a transaction. */
public interface Outbox {

  /** What somebody has meanwhile, or what is over, needs telling nobody. */
  void dropSettled();

  /** Channels that are to be told something, and what they were sent of late. */
  List<Backlog> backlogs(Instant now);

  /**
   * What a channel is to be told, the oldest first; held until the transaction ends.
   *
   * @param crisesOnly leaves the rest where it is
   */
  List<Notice> take(UUID channel, boolean crisesOnly);

  /**
   * Notes that a channel is told of them now, in one message.
   *
   * @return the message's key
   */
  UUID settle(UUID channel, List<Notice> notices, Instant now);

  /**
   * A channel with something waiting.
   *
   * @param member the person who is told by e-mail; null where it is a webhook
   * @param lastAt when its last message was made; null for never
   * @param inAnHour how many were made in the last hour
   */
  record Backlog(UUID channel, @Nullable UUID member, @Nullable Instant lastAt, int inAnHour) {}

  /**
   * One thing to tell.
   *
   * @param step 0 when it opened; else whom it was handed on to follows
   * @param person whom the step reached, or empty
   */
  record Notice(
      long alert,
      int opening,
      int step,
      AlertKind kind,
      String about,
      int severity,
      @Nullable UUID location,
      String person) {}
}
