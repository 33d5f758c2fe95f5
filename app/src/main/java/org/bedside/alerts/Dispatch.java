package org.bedside.alerts;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.identity.Organizations;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what waits in the current organization. An intent is a row before anything is sent; a
 * message is taken under a lease, sent outside of any transaction, and then noted. Killed between
 * the last two, it is sent once more: its id is a header, so that the other side can tell.
 */
@Component
class Dispatch implements Trial {

  /** Longer than all that are taken at once may need by their limits. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int AT_ONCE = 4;

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(25), 64 * 1024, 0, 1);

  /** Minutes until the next try; after the last one the message is given up. */
  private static final List<Integer> PATIENCE = List.of(1, 2, 5, 15, 60, 180, 360, 720);

  private final Outbox outbox;
  private final AlertText texts;
  private final AlertLetters letters;
  private final Tunings tunings;
  private final Organizations organizations;
  private final Outbound outbound;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  Dispatch(
      Outbox outbox,
      AlertText texts,
      AlertLetters letters,
      Tunings tunings,
      Organizations organizations,
      Outbound outbound,
      TransactionTemplate transactions,
      JsonMapper json,
      Clock clock) {
    this.outbox = outbox;
    this.texts = texts;
    this.letters = letters;
    this.tunings = tunings;
    this.organizations = organizations;
    this.outbound = outbound;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /** Gathers what may go out now into messages, and sends those that are due. */
  void run() {
    transactions.executeWithoutResult(status -> gather(clock.instant()));
    List<Outbox.Message> due;
    do {
      due = claim();
      due.forEach(this::send);
    } while (!due.isEmpty());
  }

  private List<Outbox.Message> claim() {
    List<Outbox.Message> due =
        transactions.execute(status -> outbox.claim(clock.instant(), LEASE, AT_ONCE));
    return due == null ? List.of() : due;
  }

  /** A message that only tries the channel. */
  @Override
  public void send(UUID channel) {
    transactions.executeWithoutResult(
        status -> outbox.put(channel, texts.trial(), List.of(), clock.instant()));
    run();
  }

  private void gather(Instant now) {
    outbox.dropSettled();
    Tuning tuning = tunings.current();
    boolean quiet = tuning.isQuiet(now, organizations.current().zone());
    for (Outbox.Backlog backlog : outbox.backlogs(now)) {
      Throttle throttle = Throttle.of(backlog, quiet, tuning.messagesPerHour(), now);
      if (throttle != Throttle.NOTHING) {
        List<Outbox.Notice> notices = outbox.take(backlog.channel(), throttle == Throttle.CRISES);
        if (!notices.isEmpty()) {
          tell(backlog, notices, now);
        }
      }
    }
  }

  private void tell(Outbox.Backlog backlog, List<Outbox.Notice> notices, Instant now) {
    if (backlog.member() == null) {
      outbox.put(backlog.channel(), texts.of(notices), notices, now);
    } else {
      letters.alerts(backlog.member(), notices);
      outbox.settle(backlog.channel(), notices, now);
    }
  }

  private void send(Outbox.Message message) {
    URI address = message.address();
    if (address == null) {
      failed(message, "alerts.channel.unreadable", "", null);
      return;
    }
    String body = json.writeValueAsString(Map.of("text", message.text()));
    Request request =
        new Request("POST", address, Map.of(), body, LIMITS)
            .with("Content-Type", "application/json")
            .with("Bedside-Message", message.id().toString())
            .with(Signature.HEADER, Signature.of(clock.instant(), body, message.secret()));
    switch (outbound.send(request)) {
      case Answer.Fetched _, Answer.NotModified _ ->
          transactions.executeWithoutResult(status -> outbox.sent(message, clock.instant()));
      case Answer.Refused(String code, String detail) ->
          failed(
              message,
              code.equals("outbound.address-private")
                  ? "alerts.channel.private"
                  : "alerts.channel.refused",
              detail,
              null);
      case Answer.Failed failed ->
          failed(
              message,
              failed.status() > 0 ? "alerts.channel.status" : "alerts.channel.unreachable",
              failed.status() > 0 ? Integer.toString(failed.status()) : "",
              failed.retryAfter());
    }
  }

  private void failed(
      Outbox.Message message, String error, String detail, @Nullable Duration asked) {
    Instant now = clock.instant();
    int tried = message.attempts();
    Instant next = null;
    if (tried <= PATIENCE.size()) {
      Duration own = Duration.ofMinutes(PATIENCE.get(tried - 1));
      next = now.plus(asked != null && asked.compareTo(own) > 0 ? asked : own);
    }
    Instant again = next;
    transactions.executeWithoutResult(status -> outbox.failed(message, error, detail, again, now));
  }
}
