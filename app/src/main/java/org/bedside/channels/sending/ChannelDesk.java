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
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts, and asking their networks about them. */
@Component
public class ChannelDesk implements Channels {

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
    return book.add(channel, Keys.of(channel.keys()), false, by);
  }

  /** Keeps an account with what its network granted in the browser. */
  public UUID connect(NewChannel channel, Keys granted, SignedIn by) {
    return book.add(channel, granted, true, by);
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
  public Checked changeKeys(UUID id, Map<Key, String> keys, SignedIn by) {
    return changeKeys(id, Keys.of(keys), false, by);
  }

  /** As the other, with what its network granted in the browser. */
  public Checked reconnect(UUID id, Keys granted, SignedIn by) {
    return changeKeys(id, granted, true, by);
  }

  private Checked changeKeys(UUID id, Keys keys, boolean connected, SignedIn by) {
    Instant until = clock.instant().plus(LEASE);
    Account account = occupied(id, until);
    if (account == null) {
      return new Checked.Fails("channels.error.busy", "");
    }
    Line line = lines.trying(account, keys, until);
    Who who = sender(account).who(line);
    boolean same =
        who instanceof Who.Known known
            && (account.id().isEmpty() || account.id().equals(known.account()));
    transactions.executeWithoutResult(
        status -> {
          if (same && who instanceof Who.Known known) {
            Instant now = clock.instant();
            accounts.keep(id, line.keys(), now);
            accounts.works(id, known, now);
            book.keysChanged(id, connected, by);
          }
          queue.free(id);
        });
    return switch (who) {
      case Who.Known(String handle, _, _) when same -> new Checked.Works(handle);
      case Who.Known(String handle, _, _) ->
          new Checked.Fails("channels.error.another-account", handle);
      case Who.Not(String error, String detail) -> new Checked.Fails(error, detail);
    };
  }

  /** Which part of the network's account it is; empty where that is not known, or there is none. */
  public String place(UUID id) {
    String place = transactions.execute(status -> accounts.find(id).map(Account::place).orElse(""));
    return place == null ? "" : place;
  }

  private @Nullable Account occupied(UUID id, Instant until) {
    return transactions.execute(
        status -> book.occupy(id, clock.instant(), until) ? accounts.find(id).orElse(null) : null);
  }

  private Sender sender(Account account) {
    Sender sender = senders.get(account.network());
    if (sender == null) {
      throw new IllegalStateException("Nobody speaks to " + account.network());
    }
    return sender;
  }

  @Override
  public Checked check(UUID id, SignedIn by) {
    Instant until = clock.instant().plus(LEASE);
    Account account = occupied(id, until);
    if (account == null) {
      return new Checked.Fails("channels.error.busy", "");
    }
    Line line = lines.open(account, until);
    Who who =
        line == null
            ? new Who.Not("channels.error.unreadable-keys", "")
            : sender(account).who(line);
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
