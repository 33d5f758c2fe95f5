package org.bedside.listening.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.listening.Listening;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.Sources;
import org.bedside.listening.poll.Poller;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A feed of two entries that names a hub, listened to by one organization. */
abstract class WebSubTestBase extends BedsideTest {

  static final String HERE = "https://bedside.example.org";

  @Autowired Sources sources;
  @Autowired Listening listening;
  @Autowired Poller poller;
  @Autowired Subscriber subscriber;
  @Autowired Pushes pushes;
  @Autowired JdbcClient jdbc;

  final List<String> items = new CopyOnWriteArrayList<>();
  final List<URI> named = new CopyOnWriteArrayList<>();
  WebServer server;
  Hub hub;
  Org org;
  Browser browser;
  UUID source;

  @BeforeEach
  void aFeedWithAHub() throws Exception {
    publicAddress.set(HERE);
    server = new WebServer();
    hub = new Hub(apiWithoutToken());
    named.add(hub.url());
    server.on("/feed.xml", exchange -> WebServer.send(exchange, 200, "text/xml", feed()));
    items.add(item("1", "Kind nurses"));
    items.add(item("2", "A long wait"));
    org = found("Larkspur Health");
    browser = signIn(org, Role.COMMUNICATIONS);
    source = begin(org).id();
    poll();
  }

  @AfterEach
  void end() {
    hub.close();
    server.close();
  }

  Source begin(Org whose) {
    return inOrganization(
        whose,
        () ->
            listening.begin(
                "Forum " + UUID.randomUUID(),
                server.url("/feed.xml"),
                "feed",
                Source.Takes.ALL,
                null,
                null,
                somebody(whose)));
  }

  static String item(String id, String words) {
    return "<item><guid isPermaLink='false'>%s</guid><title>%s</title></item>".formatted(id, words);
  }

  byte[] feed() {
    return feed(items);
  }

  /** A feed of these entries, as the site shows it and as its hub passes it on. */
  byte[] feed(List<String> entries) {
    StringBuilder links = new StringBuilder();
    for (URI each : named) {
      links.append("<a10:link rel='hub' href='").append(each).append("'/>");
    }
    return ("<rss version='2.0' xmlns:a10='http://www.w3.org/2005/Atom'><channel>"
            + "<title>Parents’ forum</title>"
            + links
            + "<a10:link rel='self' href='"
            + topic()
            + "'/>"
            + String.join("", entries)
            + "</channel></rss>")
        .getBytes(UTF_8);
  }

  String topic() {
    return server.url("/feed.xml?self").toString();
  }

  int polls() {
    return server.asked.size();
  }

  /** Asks the source once. */
  void poll() throws InterruptedException {
    int before = polls();
    inOrganization(org, () -> listening.makeDue(source));
    for (int i = 0; i < 200 && polls() == before; i++) {
      poller.askDue();
      poller.awaitIdle();
    }
    assertThat(polls()).as("looks at the feed").isEqualTo(before + 1);
  }

  /** Does all that is to be done about hubs now. */
  void agree() throws InterruptedException {
    for (int i = 0; i < 20 && subscriber.askDue() > 0; i++) {
      subscriber.awaitIdle();
    }
  }

  /** Agrees with the hub for ten days. */
  void subscribe() throws InterruptedException {
    agree();
    assertThat(hub.verify("864000").statusCode()).isEqualTo(200);
  }

  PushState state() {
    return inOrganization(org, () -> pushes.of(source).orElseThrow());
  }

  List<String> texts() {
    return inOrganization(
        org,
        () ->
            jdbc.sql("select text from post where source_id = :source order by external_id")
                .param("source", source)
                .query(String.class)
                .list());
  }

  SourceHealth health() {
    return inOrganization(
        org, () -> Objects.requireNonNull(listening.health().get(source), "no such source"));
  }

  /** How long until the source is asked again. */
  Duration rest() {
    Instant next = health().nextAt();
    return next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
  }

  String page() {
    return browser.get("/sources/" + source).body();
  }

  static void until(BooleanSupplier done, Turn turn) throws InterruptedException {
    for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
      turn.take();
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  /** Something that is done again and again. */
  interface Turn {
    void take() throws InterruptedException;
  }
}
