package org.bedside.listening.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Network;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Guarded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MastodonStreamTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  private final FakeServer server = new FakeServer();
  private final List<RawPost> posts = new ArrayList<>();
  private final List<String> withdrawn = new ArrayList<>();
  private @Nullable String cursor;
  private Network network;
  private Guarded guarded;
  private MastodonStream connector;

  @BeforeEach
  void connect() throws IOException {
    network = new Network();
    network.behaves(server::answer);
    guarded = Guarded.withLoopback();
    connector = new MastodonStream(guarded.client(), Clock.fixed(NOW, ZoneOffset.UTC));
    server.post("103", "before");
  }

  @AfterEach
  void disconnect() {
    guarded.close();
    network.close();
  }

  @Test
  void whatIsPostedEditedAndDeletedIsHeardAsItHappens() throws InterruptedException {
    server.stream.add(":)\n");
    server.stream.add(FakeServer.event("update", FakeServer.status("201", "new", "")));
    server.stream.add(":thump\n");
    server.stream.add(FakeServer.event("status.update", FakeServer.status("103", "edited", "")));
    server.stream.add(FakeServer.event("notification", "{}"));
    server.stream.add(FakeServer.event("update", FakeServer.status("202", "regretted", "")));
    server.stream.add(FakeServer.event("delete", "202"));

    assertThat(follow("/tags/mercy").code()).isEqualTo("outbound.ended");
    assertThat(posts).extracting(RawPost::text).startsWith("before").contains("new", "edited");
    assertThat(withdrawn).containsExactly("202");
    assertThat(network.asked()).anyMatch(asked -> asked.endsWith("/streaming/hashtag?tag=mercy"));
  }

  @Test
  void whatCameWhileItWasNotConnectedIsCaughtUpAfterTheStreamIsOpen() throws InterruptedException {
    follow("/public/local");
    for (int i = 300; i < 400; i++) {
      server.post("" + i, "meanwhile " + i);
    }
    server.statuses.remove("103");
    posts.clear();
    network.asked().clear();
    follow("/public/local");
    assertThat(posts).extracting(RawPost::externalId).contains("300", "350", "399");
    assertThat(network.asked().get(1)).contains("/api/v1/streaming/public/local");
    follow("/public/local");
    follow("/public/local");
    follow("/public/local");
    follow("/public/local");
    assertThat(withdrawn).contains("103");
  }

  @Test
  void brokenEventsAreSkippedAndACutConnectionLosesNothing() throws InterruptedException {
    server.stream.add(FakeServer.event("update", "{\"id\":"));
    server.stream.add(FakeServer.event("update", "[]"));
    server.stream.add(FakeServer.event("update", "{\"id\":7,\"content\":{}}"));
    server.stream.add("nonsense without end\n\n\n");
    server.stream.add(FakeServer.event("update", FakeServer.status("201", "whole", "")));
    server.stream.add("event: update\ndata: {\"id\":\"205\",\"content\":\"half");
    follow("/public");
    assertThat(posts).extracting(RawPost::text).contains("whole").doesNotContain("half");

    server.stream.clear();
    server.post("205", "half no more");
    follow("/public");
    assertThat(posts).extracting(RawPost::text).contains("half no more");
  }

  @Test
  void aServerThatRefusesOrAnswersSomethingElseIsToldAndNothingIsHeard()
      throws InterruptedException {
    for (int status : List.of(401, 403, 404, 410, 429, 500)) {
      network.answers(status, "application/json", "{\"error\":\"no\"}");
      assertThat(follow("/public").code()).startsWith("outbound.status-");
    }
    network.answers(200, "text/html", "<html>moved</html>");
    assertThat(follow("/public").code()).isEqualTo("mastodon.unreadable");
    assertThat(follow("/api/v1/accounts/7/statuses").code()).isEqualTo("mastodon.no-stream");
    assertThat(posts).isEmpty();
  }

  @Test
  void aStreamOnAMachineOfItsOwnIsFoundThroughTheServer() throws IOException, InterruptedException {
    try (Network streaming = new Network()) {
      streaming.behaves(server::answer);
      server.stream.add(FakeServer.event("update", FakeServer.status("201", "from afar", "")));
      String place = streaming.url("").toString().replace("http", "ws");
      network.behaves(
          exchange -> {
            if (exchange.getRequestURI().getPath().equals("/api/v2/instance")) {
              byte[] body =
                  "{\"configuration\":{\"urls\":{\"streaming\":\"%s\"}}}"
                      .formatted(place)
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8);
              org.bedside.outbound.WebServer.send(exchange, 200, "application/json", body);
            } else {
              server.answer(exchange);
            }
          });
      follow("/tags/mercy");
      assertThat(streaming.asked()).hasSize(1);
      assertThat(posts).extracting(RawPost::text).contains("from afar");
    }
  }

  private Heard.Trouble follow(String path) throws InterruptedException {
    Credential token = Credential.of(Map.of("access_token", "secret"));
    return connector.follow(new Target(network.url(path), cursor, token), new Noting());
  }

  private final class Noting implements Ears {
    @Override
    public void hear(Heard.Posts heard) {
      posts.addAll(heard.posts());
      withdrawn.addAll(heard.withdrawn());
      cursor = heard.cursor();
    }

    @Override
    public void remark(List<Remark> remarks) {}

    @Override
    public void quiet() {}
  }
}
