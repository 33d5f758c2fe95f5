package org.bedside.channels.connecting;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Channels.Checked;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.sending.ChannelDesk;
import org.bedside.channels.sending.Keys;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was granted: with a new account, or in the place of the keys of one that is there. */
@Component
class Connected {

  private static final long AN_HOUR = 3_600;
  private static final long A_YEAR = 31_536_000;

  private final ChannelDesk desk;
  private final Clock clock;

  Connected(ChannelDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  End keep(Attempt attempt, Granted.Tokens tokens, SignedIn by) {
    Network network = attempt.wish().network();
    Map<Key, String> keys = new EnumMap<>(Key.class);
    for (Key key : Key.of(network)) {
      String value =
          switch (key) {
            case CLIENT_ID -> attempt.client().id();
            case CLIENT_SECRET -> attempt.client().secret();
            case REFRESH_TOKEN -> tokens.refresh();
            case ACCESS_TOKEN -> tokens.access();
            case PLACE -> attempt.wish().place();
            case USER, APP_PASSWORD -> "";
          };
      keys.put(key, value);
    }
    boolean lasts = Key.of(network).contains(Key.ACCESS_TOKEN);
    long seconds = Math.clamp(tokens.seconds() <= 0 ? AN_HOUR : tokens.seconds(), 60, A_YEAR);
    Keys granted =
        Keys.granted(keys, lasts ? "" : tokens.access(), clock.instant().plusSeconds(seconds));
    return keep(attempt.wish(), granted, by);
  }

  End keep(Attempt attempt, Attempt.Place place, SignedIn by) {
    Map<Key, String> keys = Map.of(Key.PLACE, place.id(), Key.ACCESS_TOKEN, place.token());
    return keep(attempt.wish().at(place.id()), Keys.of(keys), by);
  }

  private End keep(Wish wish, Keys keys, SignedIn by) {
    UUID channel = wish.channel();
    return channel == null ? add(wish, keys, by) : renew(wish, channel, keys, by);
  }

  private End add(Wish wish, Keys keys, SignedIn by) {
    @Nullable URI server = wish.server();
    UUID id = desk.connect(new NewChannel(wish.network(), wish.name(), server, Map.of()), keys, by);
    return new End.Added(wish.name(), desk.check(id, by));
  }

  private End renew(Wish wish, UUID channel, Keys keys, SignedIn by) {
    if (desk.find(channel).isEmpty()) {
      return new End.Failed(new Trouble("channels.connect.removed", ""), null);
    }
    return switch (desk.reconnect(channel, keys, by)) {
      case Checked.Works(String handle) -> new End.Renewed(wish.name(), handle);
      case Checked.Fails(String error, String detail) ->
          new End.Failed(new Trouble(error, detail), wish);
    };
  }
}
