package org.bedside.hooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends what is due to one address. A message is a row before anything is sent; it is taken under a
 * lease, sent outside of any transaction, and then noted. Killed between the last two it is sent
 * once more: its key is a header, so that the other side can tell. Thread-safe.
 */
@Component
class Messenger implements HookSender {

  /** Longer than all that are taken at once may need by their limits. */
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final int AT_ONCE = 4;

  /** A signed body follows no redirect. */
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), 1_048_576, 0, 1);

  /** Minutes until the next try; after the last one the message is given up. */
  private static final List<Integer> PATIENCE = List.of(1, 2, 5, 15, 60, 180, 360, 720, 1440);

  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int GONE = 410;

  private final HookQueue queue;
  private final Outbound outbound;
  private final Clock clock;

  Messenger(HookQueue queue, Outbound outbound, Clock clock) {
    this.queue = queue;
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public void send(UUID hook) {
    List<HookQueue.Due> due;
    do {
      due = queue.claim(hook, clock.instant(), LEASE, AT_ONCE);
      due.forEach(this::sendOne);
    } while (!due.isEmpty());
  }

  private void sendOne(HookQueue.Due due) {
    URI address = due.address();
    if (address == null) {
      fail(due, "hooks.error.unreadable", "", null);
      return;
    }
    switch (outbound.send(request(address, due))) {
      case Answer.Fetched _ -> queue.delivered(due, clock.instant());
      case Answer.NotModified _ -> fail(due, "hooks.error.status", "304", null);
      case Answer.Refused(String code, String detail) ->
          fail(
              due,
              code.equals("outbound.address-private")
                  ? "hooks.error.private"
                  : "hooks.error.refused",
              detail,
              null);
      case Answer.Failed failed when failed.status() == GONE ->
          queue.failed(due, "hooks.error.gone", "", null, clock.instant());
      case Answer.Failed failed when failed.status() > 0 ->
          fail(due, "hooks.error.status", Integer.toString(failed.status()), failed.retryAfter());
      case Answer.Failed failed ->
          fail(due, "hooks.error.unreachable", failed.detail(), failed.retryAfter());
    }
  }

  private void fail(HookQueue.Due due, String error, String detail, @Nullable Duration asked) {
    Instant now = clock.instant();
    Duration pause = pause(due.attempts(), asked);
    queue.failed(due, error, detail, pause == null ? null : now.plus(pause), now);
  }

  /**
   * How long to wait.
   *
   * @param attempts so far
   * @param asked what the other side asks for; it gets no less, up to two days
   * @return null to give up
   */
  static @Nullable Duration pause(int attempts, @Nullable Duration asked) {
    if (attempts > PATIENCE.size()) {
      return null;
    }
    Duration own = Duration.ofMinutes(PATIENCE.get(attempts - 1));
    Duration longer = asked != null && asked.compareTo(own) > 0 ? asked : own;
    return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }

  /** {@code Bedside-Message} is what the key was called in messages about alerts. */
  private Request request(URI address, HookQueue.Due due) {
    return new Request(
        "POST",
        address,
        Map.of(
            "Content-Type",
            "application/json",
            "Bedside-Event",
            due.event(),
            "Bedside-Delivery",
            due.key().toString(),
            "Bedside-Message",
            due.key().toString(),
            Signature.HEADER,
            Signature.of(clock.instant(), due.body(), due.secret())),
        due.body(),
        LIMITS);
  }
}
