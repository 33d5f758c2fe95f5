package org.bedside.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.hooks.HookMessage;
import org.bedside.hooks.HookSender;
import org.bedside.hooks.Hooks;
import org.bedside.identity.Organizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers what may go out now in the current organization into messages for webhooks and letters;
 * these are sent after the transaction, by those who send them.
 */
@Component
class Dispatch implements Trial {

  private final Outbox outbox;
  private final Channels channels;
  private final AlertText texts;
  private final AlertLetters letters;
  private final Tunings tunings;
  private final Organizations organizations;
  private final Hooks hooks;
  private final HookSender sender;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  Dispatch(
      Outbox outbox,
      Channels channels,
      AlertText texts,
      AlertLetters letters,
      Tunings tunings,
      Organizations organizations,
      Hooks hooks,
      HookSender sender,
      TransactionTemplate transactions,
      JsonMapper json,
      Clock clock) {
    this.outbox = outbox;
    this.channels = channels;
    this.texts = texts;
    this.letters = letters;
    this.tunings = tunings;
    this.organizations = organizations;
    this.hooks = hooks;
    this.sender = sender;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /** Gathers what may go out now. */
  void run() {
    transactions.executeWithoutResult(status -> gather(clock.instant()));
  }

  /** A message that only tries the channel. */
  @Override
  public void send(UUID channel) {
    transactions.executeWithoutResult(
        status -> post(channel, texts.trial(), List.of(), clock.instant()));
    sender.send(channel);
  }

  /** Tells a room something, in one message; inside a transaction. */
  void post(UUID room, String text, List<Outbox.Notice> notices, Instant now) {
    UUID key = outbox.settle(room, notices, now);
    hooks.put(
        room,
        new HookMessage(key, "alerts", null, json.writeValueAsString(shape(room).body(text))));
  }

  private Shape shape(UUID room) {
    return channels.find(room).map(Channels.Channel::shape).orElse(Shape.TEXT);
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
      post(backlog.channel(), texts.of(notices), notices, now);
    } else {
      letters.alerts(backlog.member(), notices);
      outbox.settle(backlog.channel(), notices, now);
    }
  }
}
