package org.bedside.channels.connecting;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bedside.channels.Channel;
import org.bedside.channels.Network;
import org.bedside.channels.connecting.MastodonApps.Registered;
import org.bedside.channels.sending.ChannelDesk;
import org.bedside.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Sends people to a network to grant access, and takes what they bring back. Talks to networks, so
 * call it outside of a transaction. Thread-safe.
 */
@Component
public class Connecting {

  /** How long somebody may be away, and how long a choice may take. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final Trouble NOT_OURS = new Trouble("channels.connect.not-ours", "");

  private final Attempts attempts;
  private final Clients clients;
  private final MastodonApps apps;
  private final TokenEndpoint tokens;
  private final MetaPages pages;
  private final Connected connected;
  private final ChannelDesk desk;
  private final Words words;
  private final Clock clock;

  Connecting(
      Attempts attempts,
      Clients clients,
      MastodonApps apps,
      TokenEndpoint tokens,
      MetaPages pages,
      Connected connected,
      ChannelDesk desk,
      Words words,
      Clock clock) {
    this.attempts = attempts;
    this.clients = clients;
    this.apps = apps;
    this.tokens = tokens;
    this.pages = pages;
    this.connected = connected;
    this.desk = desk;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Begins to connect a new account.
   *
   * @param entered the client as it was entered; {@link Client#NONE} for the one that is kept
   * @param session a secret of the person's session
   * @param redirect where the network is to lead back to
   */
  public Start begin(Wish wish, Client entered, String session, URI redirect, SignedIn by) {
    return Grantor.of(wish.network())
        .<Start>map(
            grantor ->
                switch (client(grantor, wish, entered, redirect, by)) {
                  case Registered.As(Client client) -> away(wish, client, session, redirect, by);
                  case Registered.Not(Trouble why) -> new Start.Not(why);
                })
        .orElseGet(() -> new Start.Not(NOT_OURS));
  }

  /** Begins to get new keys for an account that is there, on the server that it is on. */
  public Start again(
      Channel channel, String place, Client entered, String session, URI redirect, SignedIn by) {
    String kept = desk.place(channel.id());
    Wish wish =
        new Wish(
            channel.network(),
            channel.id(),
            channel.name(),
            channel.server(),
            kept.isEmpty() ? place : kept);
    return begin(wish, entered, session, redirect, by);
  }

  private Registered client(Grantor grantor, Wish wish, Client entered, URI redirect, SignedIn by) {
    URI server = wish.server();
    if (!grantor.wantsClient()) {
      return server == null
          ? new Registered.Not(NOT_OURS)
          : apps.register(server, redirect.toString());
    }
    Optional<Client> kept = clients.find(grantor);
    if (entered.id().isEmpty()) {
      return kept.<Registered>map(Registered.As::new).orElseGet(Connecting::noClient);
    }
    boolean same = kept.filter(one -> one.id().equals(entered.id())).isPresent();
    if (entered.secret().isEmpty() && same) {
      return new Registered.As(kept.orElseThrow());
    }
    if (entered.secret().isEmpty() && !grantor.takesPublicClients()) {
      return noClient();
    }
    clients.keep(grantor, entered, by);
    return new Registered.As(entered);
  }

  private static Registered noClient() {
    return new Registered.Not(new Trouble("channels.connect.no-client", ""));
  }

  private Start away(Wish wish, Client client, String session, URI redirect, SignedIn by) {
    String state = words.next();
    Attempt attempt = new Attempt(wish, client, words.next(), redirect.toString(), List.of());
    keep(attempt, new Ticket(state, session, by.id()));
    AuthorizationServer server = AuthorizationServer.of(wish.network(), wish.server());
    URI to = server.asking(client, attempt.redirect(), state, attempt.verifier());
    return new Start.Away(to, Asking.host(to));
  }

  private void keep(Attempt attempt, Ticket ticket) {
    Instant now = clock.instant();
    attempts.keep(attempt, ticket, now, now.plus(PATIENCE));
  }

  /**
   * Takes what a person brought back, once.
   *
   * @param grantor whose redirect URI it was brought to
   * @param state names the attempt
   * @param code what the network granted; empty where it did not
   * @param error its word for why not, or empty
   */
  public End end(
      Grantor grantor, String state, String code, String error, String session, SignedIn by) {
    Attempt attempt =
        attempts
            .take(new Ticket(state, session, by.id()), clock.instant())
            .filter(one -> one.places().isEmpty())
            .filter(one -> Grantor.of(one.wish().network()).filter(grantor::equals).isPresent())
            .orElse(null);
    if (attempt == null) {
      return new End.Failed(NOT_OURS, null);
    }
    if (code.isEmpty() || !error.isEmpty()) {
      return new End.Failed(refused(error), attempt.wish());
    }
    AuthorizationServer server =
        AuthorizationServer.of(attempt.wish().network(), attempt.wish().server());
    return switch (tokens.exchange(server, attempt, code)) {
      case Granted.Not(Trouble why) -> new End.Failed(why, attempt.wish());
      case Granted.Tokens granted ->
          grantor == Grantor.META
              ? ofPages(server, attempt, granted, session, by)
              : connected.keep(attempt, granted, by);
    };
  }

  private static Trouble refused(String error) {
    return error.equals("access_denied")
        ? new Trouble("channels.connect.denied", "")
        : new Trouble("channels.connect.no-code", error.matches("[a-z_]{1,40}") ? error : "?");
  }

  private End ofPages(
      AuthorizationServer server,
      Attempt attempt,
      Granted.Tokens granted,
      String session,
      SignedIn by) {
    return switch (pages.of(server.token(), attempt, granted.access())) {
      case MetaPages.Found.Not(Trouble why) -> new End.Failed(why, attempt.wish());
      case MetaPages.Found.Places(List<Attempt.Place> places) -> {
        String known = attempt.wish().place();
        if (!known.isEmpty()) {
          yield of(attempt, places, known, by);
        }
        if (places.size() == 1) {
          yield connected.keep(attempt, places.getFirst(), by);
        }
        String word = words.next();
        Attempt choice =
            new Attempt(
                attempt.wish(), attempt.client(), attempt.verifier(), attempt.redirect(), places);
        keep(choice, new Ticket(word, session, by.id()));
        yield new End.Choose(word);
      }
    };
  }

  private End of(Attempt attempt, List<Attempt.Place> places, String id, SignedIn by) {
    return places.stream()
        .filter(place -> place.id().equals(id))
        .findFirst()
        .map(place -> connected.keep(attempt, place, by))
        .orElseGet(
            () ->
                new End.Failed(
                    new Trouble("channels.connect.page-not-granted", ""), attempt.wish()));
  }

  /** What is to be chosen from; empty where there is no such choice for that person. */
  public Optional<Attempt> choice(String word, String session, SignedIn by) {
    return attempts
        .look(new Ticket(word, session, by.id()), clock.instant())
        .filter(attempt -> !attempt.places().isEmpty());
  }

  /** Takes the choice, once. */
  public End choose(String word, String place, String session, SignedIn by) {
    return attempts
        .take(new Ticket(word, session, by.id()), clock.instant())
        .filter(attempt -> !attempt.places().isEmpty())
        .map(attempt -> of(attempt, attempt.places(), place, by))
        .orElseGet(() -> new End.Failed(NOT_OURS, null));
  }

  /** The id of the client that is kept for a network, or empty. */
  public String clientId(Network network) {
    return Grantor.of(network).flatMap(clients::find).map(Client::id).orElse("");
  }
}
