package org.bedside.channels.connecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.channels.sending.FakeNetwork;
import org.bedside.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody in front of the settings, and a network where access can be granted. */
@SuppressWarnings("NullAway.Init") // each test begins by choosing its network
abstract class ConnectingTestBase extends BedsideTest {

  static final String NOT_OURS = "belongs to nothing that you have begun";
  private static final Pattern LINK =
      Pattern.compile("href=\"(http://127[^\"]+code_challenge[^\"]+)\"");

  @Autowired Channels channels;

  Org org;
  Person maren;
  Browser browser;
  FakeNetwork network;
  FakeAuthorizationServer grants;

  final void on(Network which, Manner manner) throws IOException {
    org = found("Larkspur on " + which);
    maren = member(org, Role.COMMUNICATIONS);
    browser = signIn(maren);
    network = new FakeNetwork(which, clock);
    grants = new FakeAuthorizationServer(manner, network);
  }

  @AfterEach
  final void close() {
    network.close();
  }

  final List<Channel> all() {
    return inOrganization(org, channels::all);
  }

  final UUID account(Network which, Map<Key, String> keys) {
    var by = somebody(org);
    return inOrganization(
        org, () -> channels.add(new NewChannel(which, "Main campus", network.url(), keys), by));
  }

  final Channel channel(UUID id) {
    return inOrganization(org, () -> channels.find(id)).orElseThrow();
  }

  /** Where a form leads that begins to connect. */
  final URI leaving(Browser with, String path, String... fields) {
    String page = with.post(path, fields).body();
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).as(page).isTrue();
    return URI.create(link.group(1).replace("&amp;", "&"));
  }

  final URI leaving(Browser with) {
    return leaving(
        with,
        "/settings/channels/connect",
        "network",
        "MASTODON",
        "name",
        "The valley",
        "server",
        network.url().toString());
  }

  /** The page in the end of what somebody brings back. */
  final String back(Browser with, URI answer) {
    return with.open(answer.getRawPath() + "?" + answer.getRawQuery()).body();
  }

  /** Where networks are told to lead back to. */
  final String redirect(String grantor) {
    return "http://localhost:" + port + "/settings/channels/connected/" + grantor;
  }
}
