package org.bedside.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bedside.channels.Detour;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.PostsOfAnAccount;
import org.bedside.listening.bluesky.DataServer;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The real server, killed with SIGKILL while it sends replies to the real personal data server of
 * the AT Protocol, and started again: before a request leaves, while it is on its way, when the
 * network has taken it but not answered, and between its answer and the commit. What was on its way
 * arrives late, after the restart. {@code -Dbedside.kills=N} says how often, {@code
 * -Dbedside.seed=N} when; {@code bin/send-kill-test} runs it with twenty.
 */
class SendKillTest {

  private static final int KILLS = Integer.getInteger("bedside.kills", 2);
  private static final long SEED = Long.getLong("bedside.seed", 20261130);
  private static final Duration LIMIT = Duration.ofSeconds(180L + 20L * KILLS);
  private static final String CREATE = "com.atproto.repo.createRecord";

  private static final List<String> OPTIONS =
      List.of(
          "--bedside.outbound.allow=127.0.0.1",
          "--bedside.outbound.spacing=1ms",
          "--bedside.understanding.level=quick",
          "--bedside.channels.look-every=100ms",
          "--bedside.channels.lease=6s");

  /** Where a kill is aimed at. */
  private enum Moment {
    BEFORE_IT_LEAVES,
    ON_ITS_WAY,
    TAKEN_AND_NOT_ANSWERED,
    ANSWERED_AND_NOT_STORED
  }

  @TempDir Path data;
  @TempDir Path network;

  private final Random random = new Random(SEED);
  private final Map<Moment, Integer> aimed = new EnumMap<>(Moment.class);
  private final Map<String, Integer> hit = new TreeMap<>();

  @Test
  void whatSaysThatItIsSentIsThereOnceAndWhatIsThereSaysSoHoweverOftenTheServerIsKilled()
      throws Exception {
    try (WebServer nobody = new WebServer();
        DataServer pds = DataServer.start(Files.createDirectories(network), nobody.url(""));
        Detour way = new Detour(pds.url())) {
      DataServer.Account ours = pds.account("larkspur");
      String post = pds.write(pds.account("ana"), "Nobody answers the telephone");
      PostsOfAnAccount posts = new PostsOfAnAccount(pds.url(), ours.did());
      Orders orders = new Orders(data, random);
      ServerProcess server = ServerProcess.start(data, OPTIONS);
      try {
        new KilledServer().setUp(server);
        orders.openChannel(way.url().toString(), ours, pds.appPassword(ours));
        for (int kill = 0; kill < KILLS; kill++) {
          Moment moment = Moment.values()[kill % Moment.values().length];
          aimed.merge(moment, 1, Integer::sum);
          awaitMoment(moment, server, orders, post, way);
          server.kill();
          note(orders, posts);
          server = ServerProcess.start(data, OPTIONS);
          // What was on its way when the server died arrives now, or a little later.
          server.process().waitFor(random.nextLong(0, 9_000), TimeUnit.MILLISECONDS);
          way.openUp();
        }
        awaitAll(server, orders);
        eachIsThereOnce(orders, posts);
        print(orders, way);
      } finally {
        server.stop();
      }
    }
  }

  private void awaitMoment(
      Moment moment, ServerProcess server, Orders orders, String post, Detour way)
      throws Exception {
    int before = way.seen(CREATE);
    int answered = way.answered(CREATE);
    switch (moment) {
      case ON_ITS_WAY -> way.next(CREATE, Mishap.WAITS_BEFORE);
      case TAKEN_AND_NOT_ANSWERED -> way.next(CREATE, Mishap.WAITS_AFTER);
      case BEFORE_IT_LEAVES, ANSWERED_AND_NOT_STORED -> {}
    }
    orders.order(1 + random.nextInt(4), post);
    Instant limit = Instant.now().plus(LIMIT);
    while (moment != Moment.BEFORE_IT_LEAVES
        && (way.seen(CREATE) == before
            || (moment == Moment.ANSWERED_AND_NOT_STORED && way.answered(CREATE) == answered))) {
      assertThat(Instant.now())
          .as(() -> "nothing left; see the end of the log:\n" + ServerProcess.lastWords(data))
          .isBefore(limit);
      Thread.onSpinWait();
    }
    long most =
        switch (moment) {
          case BEFORE_IT_LEAVES -> 300;
          case ON_ITS_WAY, TAKEN_AND_NOT_ANSWERED -> 200;
          case ANSWERED_AND_NOT_STORED -> 4;
        };
    boolean ended = server.process().waitFor(random.nextLong(0, most), TimeUnit.MILLISECONDS);
    assertThat(ended).as("the server ended by itself").isFalse();
  }

  /** What the database and the network said right after the kill. */
  private void note(Orders orders, PostsOfAnAccount posts) throws Exception {
    List<String> there = posts.texts();
    orders
        .all()
        .forEach(
            (text, stand) -> {
              if (!stand.state().equals("SENT")) {
                String where = there.contains(text) ? "there" : "not there";
                hit.merge(stand.state() + ", " + where, 1, Integer::sum);
              } else {
                assertThat(there).as("says that it is sent").contains(text);
              }
            });
  }

  private void awaitAll(ServerProcess server, Orders orders) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (orders.all().values().stream().anyMatch(stand -> !stand.state().equals("SENT"))) {
      Map<String, Orders.Stand> now = orders.all();
      assertThat(Instant.now())
          .as(() -> "still at work: " + now + "\n" + ServerProcess.lastWords(data))
          .isBefore(limit);
      server.process().waitFor(300, TimeUnit.MILLISECONDS);
    }
  }

  private static void eachIsThereOnce(Orders orders, PostsOfAnAccount posts) throws Exception {
    Map<String, Orders.Stand> all = orders.all();
    List<JsonNode> there = posts.all();
    List<String> texts = new ArrayList<>();
    for (JsonNode record : there) {
      String text = record.at("/value/text").stringValue("");
      texts.add(text);
      Orders.Stand stand = all.get(text);
      assertThat(stand).as(text).isNotNull();
      assertThat(stand.externalId()).isEqualTo(record.path("uri").stringValue(""));
    }
    assertThat(texts).as("each once").doesNotHaveDuplicates();
    assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(texts);
    assertThat(all).hasSize(orders.made());
  }

  private void print(Orders orders, Detour way) throws Exception {
    long again = orders.all().values().stream().filter(stand -> stand.attempts() > 1).count();
    System.out.printf(
        "Killed %d times (seed %d), aimed at %s; right after a kill deliveries stood at %s.%n%d"
            + " orders, %d sent more than once, %d requests to write: %d replies, each once.%n",
        KILLS, SEED, aimed, hit, orders.made(), again, way.seen(CREATE), orders.made());
  }
}
