package org.bedside.improvement;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends what is due for the current organization, one after the other. */
@Component
class Messenger {

  /** Shorter in all than what was taken stays ours; a signed body follows no redirect. */
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), 1_048_576, 0, 1);

  /** How long to wait after each try that failed; after the last of them comes none. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int AT_ONCE = 4;
  private static final int GONE = 410;

  private final Deliveries deliveries;
  private final Outbound outbound;
  private final Clock clock;

  Messenger(Deliveries deliveries, Outbound outbound, Clock clock) {
    this.deliveries = deliveries;
    this.outbound = outbound;
    this.clock = clock;
  }

  /** Sends some; answers how many were tried. */
  int send() {
    List<Deliveries.Due> taken = deliveries.take(AT_ONCE);
    taken.forEach(this::sendOne);
    return taken.size();
  }

  private void sendOne(Deliveries.Due due) {
    if (due.secret().isEmpty()) {
      fail(due, "improve.delivery.secret-lost", "", null);
      return;
    }
    switch (outbound.send(request(due))) {
      case Answer.Fetched _ -> deliveries.delivered(due);
      case Answer.NotModified _ -> fail(due, "improve.delivery.status", "304", null);
      case Answer.Refused refused -> fail(due, "improve.delivery.refused", refused.detail(), null);
      case Answer.Failed failed when failed.status() == GONE ->
          deliveries.failed(due, "improve.delivery.status", "410", null);
      case Answer.Failed failed when failed.status() > 0 ->
          fail(
              due,
              "improve.delivery.status",
              Integer.toString(failed.status()),
              failed.retryAfter());
      case Answer.Failed failed ->
          fail(due, "improve.delivery.unreachable", failed.detail(), failed.retryAfter());
    }
  }

  private void fail(Deliveries.Due due, String code, String detail, @Nullable Duration asked) {
    deliveries.failed(due, code, detail, pause(due.attempts(), asked));
  }

  /**
   * How long to wait.
   *
   * @param attempts so far
   * @param asked what the other side asks for; it gets no less, up to two days
   * @return null to give up
   */
  static @Nullable Duration pause(int attempts, @Nullable Duration asked) {
    if (attempts > WAITS.size()) {
      return null;
    }
    Duration own = WAITS.get(attempts - 1);
    Duration longer = asked != null && asked.compareTo(own) > 0 ? asked : own;
    return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }

  private Request request(Deliveries.Due due) {
    return new Request(
        "POST",
        due.address(),
        Map.of(
            "Content-Type",
            "application/json",
            "Bedside-Event",
            due.event(),
            "Bedside-Delivery",
            due.key().toString(),
            HookSignature.HEADER,
            HookSignature.of(clock.instant(), due.body(), due.secret())),
        due.body(),
        LIMITS);
  }
}
