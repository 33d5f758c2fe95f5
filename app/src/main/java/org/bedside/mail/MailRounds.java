package org.bedside.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.bedside.rounds.Seldom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the letters that are due, some of one organization after some of the next. A letter is
 * taken under a lease, given to the mail server outside of any transaction, and then noted. Killed
 * between the last two it is sent once more, under the same Message-ID.
 */
@Component
class MailRounds extends Rounds {

  /** Longer than all that are taken at once may need by the limits of the connection. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 4;
  private static final Duration KEPT = Duration.ofDays(30);

  /** Minutes until the next try; after the last one the letter is given up, two days later. */
  private static final List<Integer> PATIENCE = List.of(1, 5, 15, 60, 180, 360, 720, 1440);

  private final MailServers servers;
  private final Outgoing outgoing;
  private final Postman postman;
  private final Clock clock;
  private final Seldom tidying = new Seldom(Duration.ofHours(1));

  MailRounds(
      MailServers servers,
      Outgoing outgoing,
      Postman postman,
      Clock clock,
      @Value("${bedside.mail.look-every:20s}") Duration every) {
    super("mail", every);
    this.servers = servers;
    this.outgoing = outgoing;
    this.postman = postman;
    this.clock = clock;
  }

  @TransactionalEventListener
  void on(LetterKept event) {
    wake();
  }

  @Override
  protected boolean round() {
    tidy();
    Optional<MailServer> server = servers.find();
    if (server.isEmpty()) {
      return false;
    }
    boolean sent = false;
    for (OrganizationId organization : outgoing.due(clock.instant())) {
      Sent some = CurrentOrganization.call(organization, () -> send(server.get()));
      if (some.away() || !isRunning()) {
        return false;
      }
      sent |= some.letters() > 0;
    }
    return sent;
  }

  private void tidy() {
    Instant now = clock.instant();
    if (tidying.isTime(now)) {
      outgoing.forget(now.minus(KEPT));
    }
  }

  /** What came of sending some. */
  private record Sent(int letters, boolean away) {}

  private Sent send(MailServer server) {
    List<Outgoing.Due> due = outgoing.claim(clock.instant(), LEASE, AT_ONCE);
    AtomicBoolean away = new AtomicBoolean();
    postman.deliver(
        server,
        due,
        (letter, outcome) -> {
          note(letter, outcome);
          away.compareAndSet(false, outcome instanceof Outcome.Away);
        });
    return new Sent(due.size(), away.get());
  }

  private void note(Outgoing.Due letter, Outcome outcome) {
    Instant now = clock.instant();
    switch (outcome) {
      case Outcome.Taken() -> outgoing.sent(letter, now);
      case Outcome.Refused(String error, String detail) ->
          outgoing.failed(letter, error, detail, null, now);
      case Outcome.Later(String error, String detail) ->
          outgoing.failed(letter, error, detail, next(letter, now), now);
      case Outcome.Away(String error, String detail) ->
          outgoing.failed(letter, error, detail, next(letter, now), now);
    }
  }

  private static @Nullable Instant next(Outgoing.Due letter, Instant now) {
    return letter.attempts() > PATIENCE.size()
        ? null
        : now.plus(Duration.ofMinutes(PATIENCE.get(letter.attempts() - 1)));
  }
}
