package org.bedside.channels.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.channels.Network;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what is due, one thing at a time for each account. What is taken is committed before the
 * network hears of it, and what came of it right after; whatever happens between leaves a row that
 * says that nobody knows. Thread-safe.
 */
@Component
class Sending {

  private final DeliveryQueue queue;
  private final Lines lines;
  private final Map<Network, Sender> senders;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Duration lease;

  /**
   * @param lease how long a process that died keeps what it had taken
   */
  Sending(
      DeliveryQueue queue,
      Lines lines,
      List<Sender> senders,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${bedside.channels.lease:3m}") Duration lease) {
    this.queue = queue;
    this.lines = lines;
    this.senders = senders.stream().collect(Collectors.toMap(Sender::network, Function.identity()));
    this.transactions = transactions;
    this.clock = clock;
    this.lease = lease;
  }

  /** What broke off or is too late in the current organization is put where it belongs. */
  void tidy() {
    transactions.executeWithoutResult(status -> queue.tidy(clock.instant()));
  }

  /** Takes one thing that is due in the current organization. */
  Optional<DeliveryQueue.Claim> claim() {
    Instant now = clock.instant();
    DeliveryQueue.Claim claim =
        transactions.execute(status -> queue.claim(now, now.plus(lease)).orElse(null));
    return Optional.ofNullable(claim);
  }

  /** Does what was taken. */
  void perform(DeliveryQueue.Claim claim) {
    Job job = claim.job();
    // The rest of the lease is for storing what came of it.
    Instant until = clock.instant().plus(lease.multipliedBy(4).dividedBy(5));
    Line line = lines.open(claim.account(), until);
    if (line == null) {
      settle(job, now -> notNow(job, claim.task(), Meaning.unreadable()));
      return;
    }
    Sender sender = sender(claim.account().network());
    switch (claim.task()) {
      case SEND -> send(job, sender, line);
      case LOOK_UP -> lookUp(job, sender, line);
      case EDIT -> change(job, claim.task(), sender.edit(job, line));
      case DELETE -> change(job, claim.task(), sender.delete(job, line));
    }
  }

  private Sender sender(Network network) {
    Sender sender = senders.get(network);
    if (sender == null) {
      throw new IllegalStateException("nobody sends to " + network);
    }
    return sender;
  }

  private void send(Job job, Sender sender, Line line) {
    if (job.doubt()) {
      switch (sender.lookUp(job, line)) {
        case Looked.Found found -> {
          found(job, found);
          return;
        }
        case Looked.Later(Duration after, String error, String detail) -> {
          sent(job, new Outcome.RetryLater(after, error, detail, false));
          return;
        }
        case Looked.Absent _, Looked.CannotTell _ -> {}
      }
    }
    sent(job, sender.send(job, line));
  }

  private void sent(Job job, Outcome outcome) {
    settle(
        job,
        now -> {
          switch (outcome) {
            case Outcome.Sent(String id, var url) -> {
              queue.sent(job, id, url == null ? null : url.toString(), now);
              queue.note(job.channel(), null, "", now);
            }
            case Outcome.Refused(String error, String detail) ->
                queue.refused(job, error, detail, now);
            case Outcome.RetryLater later -> notNow(job, DeliveryQueue.Task.SEND, later);
            case Outcome.Unknown(String error, String detail) ->
                queue.unknown(job, Patience.look(now, 0, null), error, detail, now);
          }
        });
  }

  private void change(Job job, DeliveryQueue.Task task, Outcome outcome) {
    settle(
        job,
        now -> {
          switch (outcome) {
            case Outcome.Sent _ when task == DeliveryQueue.Task.DELETE -> queue.deleted(job, now);
            case Outcome.Sent _ -> queue.edited(job, now);
            case Outcome.Refused(String error, String detail) ->
                queue.refused(job, error, detail, now);
            case Outcome.RetryLater later -> notNow(job, task, later);
            // Both are as good done twice as once.
            case Outcome.Unknown(String error, String detail) ->
                notNow(job, task, new Outcome.RetryLater(null, error, detail, false));
          }
        });
  }

  /** Nothing was done; it is tried again, but not for ever. */
  private void notNow(Job job, DeliveryQueue.Task task, Outcome.RetryLater later) {
    Instant now = clock.instant();
    Duration after = later.after();
    if (later.all()) {
      queue.quiet(job.channel(), now.plus(after == null ? Duration.ofMinutes(5) : after));
      queue.note(job.channel(), later.error(), later.detail(), now);
    }
    switch (task) {
      case LOOK_UP -> lookLater(job, after, later.error(), later.detail(), now);
      case SEND, EDIT, DELETE -> {
        boolean sends = task == DeliveryQueue.Task.SEND;
        Instant next = Patience.next(now, sends ? job.attempts() : job.looks(), after);
        if (next == null) {
          queue.refused(job, later.error(), later.detail(), now);
        } else {
          queue.later(job, next, later.error(), later.detail(), now);
        }
      }
    }
  }

  private void lookUp(Job job, Sender sender, Line line) {
    switch (sender.lookUp(job, line)) {
      case Looked.Found found -> found(job, found);
      case Looked.Absent _ -> absent(job, sender, line);
      case Looked.CannotTell _ ->
          settle(
              job,
              now -> {
                Instant end = graceEnd(job, sender);
                queue.unknown(job, now.isBefore(end) ? end : null, "channels.unknown.ask", "", now);
              });
      case Looked.Later(Duration after, String error, String detail) ->
          settle(job, now -> lookLater(job, after, error, detail, now));
    }
  }

  private void lookLater(
      Job job, @Nullable Duration after, String error, String detail, Instant now) {
    boolean over = Patience.isOver(job.unknownSince(), now);
    queue.unknown(
        job,
        over ? null : Patience.look(now, job.looks(), after),
        over ? "channels.unknown.ask" : error,
        over ? "" : detail,
        now);
  }

  private void found(Job job, Looked.Found found) {
    settle(
        job,
        now ->
            queue.sent(job, found.id(), found.url() == null ? null : found.url().toString(), now));
  }

  /**
   * It isn't there now, but a late one may still come. Where a second one can't be made by that, it
   * is sent again at once; else after the time in which the first would show.
   */
  private void absent(Job job, Sender sender, Line line) {
    Instant now = clock.instant();
    Instant end = graceEnd(job, sender);
    if (!now.isBefore(end)) {
      settle(job, at -> queue.absent(job, at));
      return;
    }
    Instant tooLate = job.notAfter();
    boolean may = sender.repeatable(job, now) && (tooLate == null || now.isBefore(tooLate));
    Job again = may ? beginAgain(job, now) : null;
    if (again != null) {
      sent(again, sender.send(again, line));
      return;
    }
    Instant next = Patience.look(now, job.looks(), null);
    settle(
        job,
        at ->
            queue.unknown(job, next.isAfter(end) ? end : next, "channels.unknown.not-yet", "", at));
  }

  private @Nullable Job beginAgain(Job job, Instant now) {
    return transactions.execute(status -> queue.beginAgain(job, now, now.plus(lease)).orElse(null));
  }

  private static Instant graceEnd(Job job, Sender sender) {
    Instant last = job.lastBegan();
    return (last == null ? job.began() : last).plus(sender.grace());
  }

  /** What came of a piece of work. */
  private interface Result {
    void store(Instant now);
  }

  private void settle(Job job, Result result) {
    transactions.executeWithoutResult(
        status -> {
          result.store(clock.instant());
          queue.free(job.channel());
        });
  }
}
