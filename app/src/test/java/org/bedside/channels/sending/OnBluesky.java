package org.bedside.channels.sending;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bedside.channels.Detour;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.PostsOfAnAccount;
import org.bedside.listening.bluesky.DataServer;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An account and a post on the real personal data server of the AT Protocol, over a way that loses
 * things.
 */
@Timeout(120)
abstract class OnBluesky extends SendingTest {

  static final String CREATE = "com.atproto.repo.createRecord";

  private static @Nullable DataServer started;
  private static @Nullable WebServer nobody;
  private static int accounts;

  Org org;
  Detour detour;
  DataServer.Account ours;
  PostsOfAnAccount posts;
  String post = "";
  UUID channel;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    nobody = new WebServer();
    started = DataServer.start(data, nobody.url(""));
  }

  @AfterAll
  static void end() {
    if (started != null) {
      started.close();
    }
    if (nobody != null) {
      nobody.close();
    }
  }

  static DataServer server() {
    return Objects.requireNonNull(started);
  }

  @BeforeEach
  void anAccountAndAPost() throws Exception {
    accounts++;
    org = found("Larkspur " + accounts);
    detour = new Detour(server().url());
    ours = server().account("larkspur" + accounts);
    posts = new PostsOfAnAccount(server().url(), ours.did());
    post = server().write(server().account("ana" + accounts), "Nobody answers the telephone");
    channel =
        channel(
            org,
            Network.BLUESKY,
            detour.url(),
            Map.of(Key.USER, ours.handle(), Key.APP_PASSWORD, server().appPassword(ours)));
  }

  @AfterEach
  void theWayIsClosed() {
    detour.close();
  }
}
