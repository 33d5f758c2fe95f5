package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Attachment;
import org.bedside.channels.Channels;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Drawn;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.Order;
import org.bedside.channels.OrderRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * An account on a network that has no server of its own to try with: it answers as its
 * documentation says, over a way that loses things.
 */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // each test begins by choosing its network
abstract class OnANetwork extends SendingTest {

  static final String TEXT = "Please call our office at https://larkspur.example/phone";
  static final String POST = "777";

  Org org;
  FakeNetwork network;
  Detour detour;
  UUID channel;

  final void on(Network which) throws IOException {
    org = found("Larkspur on " + which);
    network = new FakeNetwork(which, clock);
    detour = new Detour(network.url());
    Map<Key, String> keys = new EnumMap<>(Key.class);
    Key.of(which).forEach(key -> keys.put(key, "a key"));
    keys.computeIfPresent(
        Key.PLACE,
        (key, any) ->
            which == Network.GOOGLE_BUSINESS ? "accounts/1/locations/2" : FakeNetwork.ACCOUNT);
    channel = channel(org, which, detour.url(), keys);
    assertThat(check(org, channel)).isInstanceOf(Channels.Checked.Works.class);
  }

  @AfterEach
  final void close() {
    detour.close();
    network.close();
  }

  /** The end of the address that a reply is written to. */
  static String door(Network which) {
    return switch (which) {
      case BLUESKY -> "com.atproto.repo.createRecord";
      case MASTODON -> "statuses";
      case GOOGLE_BUSINESS -> "reply";
      case FACEBOOK, YOUTUBE -> "comments";
      case INSTAGRAM -> "replies";
      case REDDIT -> "comment";
      case X -> "tweets";
    };
  }

  static Attachment[] twoPictures() {
    return new Attachment[] {
      Drawn.plain(60, 40, "A bench in our garden"), Drawn.plain(40, 60, "The new entrance")
    };
  }

  final UUID order(Attachment... pictures) {
    return order(org, channel, POST, TEXT, pictures);
  }

  /** The key of how an order is refused, or "none"; whoever gave it goes on, as our pages do. */
  final String refusalOf(String post, String text, Attachment... pictures) {
    Order order =
        new Order(UUID.randomUUID(), channel, post, null, text, "en", List.of(pictures), null);
    var by = somebody(org);
    return inOrganization(
        org,
        () -> {
          try {
            deliveries.queue(order, by);
            return "none";
          } catch (OrderRefusedException refused) {
            return refused.key();
          }
        });
  }

  /** A reply whose request meets with that, so that nobody knows what became of it. */
  final UUID inDoubt(Network which, Mishap mishap, Attachment... pictures) throws IOException {
    on(which);
    detour.next(door(which), mishap);
    UUID id = order(pictures);
    awaitState(org, id, State.UNKNOWN);
    return id;
  }

  /** Lets the network be asked what became of it. */
  final void look() {
    after(Duration.ofSeconds(20));
  }
}
