package org.bedside.alerts;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent in the current organization; call inside a transaction. */
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

  /** Makes one message of them, to be sent at once. */
  void put(UUID channel, String text, List<Notice> notices, Instant now);

  /** Notes that a person was told of them in a letter. */
  void settle(UUID channel, List<Notice> notices, Instant now);

  /**
   * Messages that are due. Each counts as being tried for {@code lease} from now: a process that
   * dies meanwhile leaves it to be tried again.
   */
  List<Message> claim(Instant now, Duration lease, int most);

  void sent(Message message, Instant now);

  /**
   * It was not taken.
   *
   * @param error message key of the sentence that says why, with {@code detail} as its value
   * @param next when it is tried again; null to give it up
   */
  void failed(Message message, String error, String detail, @Nullable Instant next, Instant now);

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

  /**
   * A message to send.
   *
   * @param address empty where it can't be unsealed any more
   * @param attempts this one included
   */
  record Message(
      UUID id, UUID channel, @Nullable URI address, String secret, String text, int attempts) {

    @Override
    public String toString() {
      return "Message[" + id + "]";
    }
  }
}
