package org.bedside.browser;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.Order;
import org.bedside.channels.connecting.Client;
import org.bedside.channels.connecting.Clients;
import org.bedside.channels.connecting.Grantor;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfChannelsTest extends EveryPage {

  @Autowired private org.bedside.channels.Channels accounts;
  @Autowired private Clients clients;
  @Autowired private Deliveries deliveries;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/settings/channels", () -> outgoing("SENT", "/settings/channels")),
        empty("/settings/channels"),
        at("/settings/channels/new"),
        at("/settings/channels/new", "/settings/channels/new?network=X"),
        at("/settings/channels/new", "/settings/channels/new?network=MASTODON"),
        at("/settings/channels/new", this::wellKnownClient),
        at("/settings/channels/{id}/connect", () -> overAccount(Network.FACEBOOK)),
        at("/settings/channels/{id}/connect", () -> overAccount(Network.BLUESKY)),
        at("/settings/channels/connecting/{word}", "/settings/channels/connecting/none"),
        at("/outgoing", () -> outgoing("WAITING", "/outgoing")),
        at("/outgoing", () -> outgoing("REFUSED", "/outgoing?show=not-sent")),
        empty("/outgoing"),
        at("/outgoing/{id}", () -> outgoing("WAITING", "/outgoing/")),
        at("/outgoing/{id}", () -> outgoing("UNKNOWN", "/outgoing/")),
        at("/outgoing/{id}", () -> outgoing("SENT", "/outgoing/")));
  }

  /** A page about a reply in that state, of an account with a long name that sends nothing. */
  private String outgoing(String state, String page) {
    var by = somebody(full);
    UUID id =
        inOrganization(
            full,
            () -> {
              var keys = Map.of(Key.USER, "larkspur.test", Key.APP_PASSWORD, "x");
              UUID account =
                  accounts.add(
                      new NewChannel(Network.BLUESKY, Awkward.ENDLESS.substring(0, 80), null, keys),
                      by);
              accounts.pause(account, true, by);
              return deliveries.queue(
                  Order.of(
                      UUID.randomUUID(),
                      account,
                      "at://did:plc:a/app.bsky.feed.post/1",
                      "https://bsky.app/profile/a/post/1",
                      Awkward.ENDLESS.substring(0, 290),
                      "de"),
                  by);
            });
    across
        .jdbc()
        .sql(
            """
            update delivery set state = :state, next_at = null, url = 'https://bsky.app/x',
              external_id = 'x', error_code = case when :state in ('REFUSED', 'UNKNOWN')
                then 'channels.refused.said' end, error_detail = :detail
            where id = :id
            """)
        .param("state", state)
        .param("detail", Awkward.ENDLESS.substring(0, 200))
        .param("id", id)
        .update();
    return page.endsWith("/") ? page + id : page;
  }

  /** A form that knows what the organization is known as there, opened under another name. */
  private String wellKnownClient() {
    publicAddress.set("https://" + Awkward.ENDLESS.substring(0, 60) + ".example");
    var by = somebody(full);
    Client client = new Client(Awkward.ENDLESS.substring(0, 200), "secret");
    inOrganization(full, () -> clients.keep(Grantor.GOOGLE, client, by));
    return "/settings/channels/new?network=GOOGLE_BUSINESS";
  }

  /** An account of awkward length whose keys are over. */
  private String overAccount(Network network) {
    var by = somebody(full);
    String name = Awkward.ENDLESS.substring(0, 80);
    UUID id =
        inOrganization(full, () -> accounts.add(new NewChannel(network, name, null, Map.of()), by));
    across
        .jdbc()
        .sql(
            """
            update channel set error_code = 'channels.error.sign-in', error_detail = '',
              handle = :handle, checked_at = now() where id = :id
            """)
        .param("handle", Awkward.ENDLESS.substring(0, 100))
        .param("id", id)
        .update();
    return "/settings/channels/" + id + "/connect";
  }
}
