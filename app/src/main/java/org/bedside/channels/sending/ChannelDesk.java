package org.bedside.channels.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts, and asking their networks about them. */
@Component
class ChannelDesk implements Channels {

  private static final Duration LEASE = Duration.ofMinutes(2);

  private final ChannelBook book;
  private final Accounts accounts;
  private final DeliveryQueue queue;
  private final Lines lines;
  private final Map<Network, Sender> senders;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ChannelDesk(
      ChannelBook book,
      Accounts accounts,
      DeliveryQueue queue,
      Lines lines,
      List<Sender> senders,
      TransactionTemplate transactions,
      Clock clock) {
    this.book = book;
    this.accounts = accounts;
    this.queue = queue;
    this.lines = lines;
    this.senders = senders.stream().collect(Collectors.toMap(Sender::network, Function.identity()));
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<Channel> all() {
    return book.all();
  }

  @Override
  public Optional<Channel> find(UUID id) {
    return book.find(id);
  }

  @Override
  public UUID add(NewChannel channel, SignedIn by) {
    return book.add(channel, by);
  }

  @Override
  public boolean remove(UUID id, SignedIn by) {
    return book.remove(id, by);
  }

  @Override
  public boolean pause(UUID id, boolean paused, SignedIn by) {
    return book.pause(id, paused, by);
  }

  @Override
  public Checked check(UUID id, SignedIn by) {
    Instant until = clock.instant().plus(LEASE);
    Account account =
        transactions.execute(
            status ->
                book.occupy(id, clock.instant(), until) ? accounts.find(id).orElse(null) : null);
    if (account == null) {
      return new Checked.Fails("channels.error.busy", "");
    }
    Line line = lines.open(account, until);
    Sender sender = senders.get(account.network());
    Who who =
        line == null || sender == null
            ? new Who.Not("channels.error.unreadable-keys", "")
            : sender.who(line);
    return noted(id, who);
  }

  private Checked noted(UUID id, Who who) {
    Instant now = clock.instant();
    return switch (who) {
      case Who.Known known -> {
        transactions.executeWithoutResult(
            status -> {
              accounts.works(id, known, now);
              queue.free(id);
            });
        yield new Checked.Works(known.handle());
      }
      case Who.Not(String error, String detail) -> {
        transactions.executeWithoutResult(
            status -> {
              queue.note(id, error, detail, now);
              queue.free(id);
            });
        yield new Checked.Fails(error, detail);
      }
    };
  }
}
