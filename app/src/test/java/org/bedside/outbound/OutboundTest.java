package org.bedside.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

  private WebServer server;
  private final Guarded guarded = Guarded.withLoopback();

  @BeforeEach
  void serve() throws IOException {
    server = new WebServer();
  }

  @AfterEach
  void end() {
    server.close();
    guarded.close();
  }

  @Test
  void contentComesWithItsCharsetAndWhereItWasFound() {
    server.redirect("/old", "/new").on("/new", "text/plain; charset=\"ISO-8859-1\"", "hello");

    Answer answer = guarded.client().send(Request.get(server.url("/old")));

    assertThat(answer).isInstanceOf(Answer.Fetched.class);
    Answer.Fetched fetched = (Answer.Fetched) answer;
    assertThat(fetched.url()).isEqualTo(server.url("/new"));
    assertThat(fetched.headers().charset()).hasToString("ISO-8859-1");
    assertThat(fetched.body().text(UTF_8)).isEqualTo("hello");
  }

  @Test
  void theServerLearnsWhoAsksAndGetsNoCookieBack() {
    StringBuilder agents = new StringBuilder();
    StringBuilder cookies = new StringBuilder();
    server.on(
        "/",
        exchange -> {
          agents.append(exchange.getRequestHeaders().getFirst("User-Agent"));
          cookies.append(exchange.getRequestHeaders().get("Cookie"));
          exchange.getResponseHeaders().set("Set-Cookie", "track=1");
          WebServer.send(exchange, 200, "text/plain", "x".getBytes(UTF_8));
        });

    guarded.client().send(Request.get(server.url("/")));
    guarded.client().send(Request.get(server.url("/")));

    assertThat(agents).contains("Bedside/");
    assertThat(cookies).hasToString("nullnull");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.12/feed"
      })
  void anAddressInAPrivateNetworkIsRefused(String url) {
    try (Guarded strict = new Guarded(List.of(), Map.of(), Duration.ZERO)) {
      assertThat(strict.client().send(Request.get(URI.create(url))))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> assertThat(refused.code()).isEqualTo("outbound.address-private"));
    }
  }

  @Test
  void aNameThatLeadsIntoAPrivateNetworkIsRefusedAfterResolution() {
    server.on("/", "text/plain", "secret");
    try (Guarded strict =
        new Guarded(List.of(), Map.of("rebind.example", "127.0.0.1"), Duration.ZERO)) {

      Answer answer =
          strict.client().send(Request.get(URI.create("http://rebind.example:" + server.port())));

      assertThat(answer)
          .isEqualTo(new Answer.Refused("outbound.address-private", "rebind.example"));
      assertThat(server.asked).isEmpty();
    }
  }

  @Test
  void aRedirectIntoAPrivateNetworkIsRefused() {
    server.redirect("/", "http://169.254.169.254/latest/meta-data");

    assertThat(guarded.client().send(Request.get(server.url("/"))))
        .isEqualTo(new Answer.Refused("outbound.address-private", "169.254.169.254"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/x", "gopher://127.0.0.1:70/"})
  void onlyTheWebIsAskedAlsoAfterARedirect(String url) {
    server.redirect("/", url);

    assertThat(guarded.client().send(Request.get(URI.create(url))))
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.code()).isEqualTo("outbound.scheme"));
    assertThat(guarded.client().send(Request.get(server.url("/"))))
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.code()).isEqualTo("outbound.scheme"));
  }

  @Test
  void aCircleOfRedirectsEndsAndSoDoesAChainWithoutEnd() {
    server.redirect("/a", "/b").redirect("/b", "/a");
    AtomicInteger step = new AtomicInteger();
    server.on(
        "/chain",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/chain" + step.incrementAndGet());
          exchange.sendResponseHeaders(301, -1);
        });

    assertFailed(guarded.client().send(Request.get(server.url("/a"))), "outbound.redirect-loop");
    assertFailed(
        guarded.client().send(Request.get(server.url("/chain"))), "outbound.redirects-too-many");
    assertThat(step.get()).isEqualTo(6);
  }

  @Test
  void aPasswordDoesNotFollowARedirectToAnotherOrigin() throws IOException {
    try (WebServer other = new WebServer()) {
      StringBuilder here = new StringBuilder();
      StringBuilder there = new StringBuilder();
      other.on(
          "/",
          exchange -> {
            there.append(exchange.getRequestHeaders().getFirst("Authorization"));
            WebServer.send(exchange, 200, "text/plain", "x".getBytes(UTF_8));
          });
      server.on(
          "/",
          exchange -> {
            here.append(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Location", other.url("/").toString());
            exchange.sendResponseHeaders(302, -1);
          });

      guarded.client().send(Request.get(server.url("/")).withBasic("reader", "s3cret"));

      assertThat(here).startsWith("Basic ");
      assertThat(there).hasToString("null");
    }
  }

  @Test
  void whatIsUnchangedIsNotSentAgain() {
    server.on(
        "/",
        exchange -> {
          boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          if (same) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            WebServer.send(exchange, 200, "text/plain", "x".getBytes(UTF_8));
          }
        });

    assertThat(guarded.client().send(Request.get(server.url("/"))))
        .isInstanceOf(Answer.Fetched.class);
    assertThat(guarded.client().send(Request.get(server.url("/")).ifChangedSince("\"v1\"", null)))
        .isInstanceOf(Answer.NotModified.class);
  }

  @Test
  void aServerThatIsBusyIsAskedAgainAfterTheTimeThatItAsksFor() {
    AtomicInteger times = new AtomicInteger();
    server.on(
        "/",
        exchange -> {
          if (times.incrementAndGet() == 1) {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, -1);
          } else {
            WebServer.send(exchange, 200, "text/plain", "x".getBytes(UTF_8));
          }
        });

    assertThat(guarded.client().send(Request.get(server.url("/"))))
        .isInstanceOf(Answer.Fetched.class);
    assertThat(guarded.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aLongRetryAfterIsHandedToTheCallerInsteadOfWaitedFor() {
    server.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "Sun, 22 Nov 2026 19:00:00 GMT");
          exchange.sendResponseHeaders(429, -1);
        });

    assertThat(guarded.client().send(Request.get(server.url("/"))))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("outbound.status-429");
              assertThat(failed.retryAfter()).isEqualTo(Duration.ofHours(1));
            });
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void triesEndAndWaitLongerEachTimeAndAWriteIsNeverRepeated() {
    server.on("/", exchange -> exchange.sendResponseHeaders(502, -1));

    assertFailed(guarded.client().send(Request.get(server.url("/"))), "outbound.status-5xx");
    assertThat(server.asked).hasSize(3);
    assertThat(guarded.pauses).hasSize(2).allMatch(pause -> pause.toMillis() <= 1600);

    Request post =
        new Request(
            "POST", server.url("/"), Map.of("Content-Type", "text/plain"), "x", Limits.DEFAULT);
    assertFailed(guarded.client().send(post), "outbound.status-5xx");
    assertThat(server.asked).hasSize(4);
  }

  @Test
  void aBodyIsSentAsItIsAndCalledNothingElse() {
    server.on(
        "/",
        exchange ->
            WebServer.send(
                exchange,
                200,
                "text/plain",
                (new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                        + exchange.getRequestHeaders().get("Content-Type")
                        + exchange.getRequestHeaders().get("Content-Encoding"))
                    .getBytes(UTF_8)));
    Request post =
        new Request(
            "POST",
            server.url("/"),
            Map.of("Content-Type", "application/json"),
            "{\"a\":\"é\"}",
            Limits.DEFAULT);
    assertThat(((Answer.Fetched) guarded.client().send(post)).body().text(UTF_8))
        .isEqualTo("{\"a\":\"é\"}[application/json]null");
  }

  @Test
  void bytesArriveAsTheyAre() {
    byte[] every = new byte[512];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    List<byte[]> heard = listen();

    assertThat(guarded.client().send(post("image/png", Payload.of(every))))
        .isInstanceOf(Answer.Fetched.class);

    assertThat(heard.getFirst()).isEqualTo(every);
  }

  @Test
  void aFormCarriesAFileAndNoNameBreaksOutOfItsLine() {
    List<byte[]> heard = listen();
    Multipart form =
        new Multipart()
            .field("description", "Una rampa, señalada")
            .file("file", "a\"\r\nX-Evil: 1.png", "image/png", new byte[] {(byte) 0x89, 0, 13});

    guarded.client().send(post(form.contentType(), form.payload()));

    String boundary = form.contentType().replaceFirst(".*boundary=", "");
    String lines = "\r\n";
    assertThat(new String(heard.getFirst(), ISO_8859_1))
        .isEqualTo(
            String.join(
                lines,
                "--" + boundary,
                "Content-Disposition: form-data; name=\"description\"",
                "",
                new String("Una rampa, señalada".getBytes(UTF_8), ISO_8859_1),
                "--" + boundary,
                "Content-Disposition: form-data; name=\"file\";"
                    + " filename=\"a%22%0D%0AX-Evil: 1.png\"",
                "Content-Type: image/png",
                "",
                "\u0089\u0000\r",
                "--" + boundary + "--",
                ""));
  }

  @Test
  void moreThanItMaySendDoesNotLeaveAndBytesGoNowhereThatWordsDoNot() {
    List<byte[]> heard = listen();
    Payload large = Payload.of(new byte[Payload.MOST_BYTES + 1]);

    assertThat(guarded.client().send(post("image/png", large)))
        .isEqualTo(new Answer.Refused("outbound.request-too-large", "16"));
    try (Guarded strict = new Guarded(List.of(), Map.of(), Duration.ZERO)) {
      assertThat(strict.client().send(post("image/png", Payload.of(new byte[9]))))
          .isEqualTo(new Answer.Refused("outbound.address-private", "127.0.0.1"));
    }
    assertThat(heard).isEmpty();
  }

  /** What is sent to the server from now on. */
  private List<byte[]> listen() {
    List<byte[]> heard = new CopyOnWriteArrayList<>();
    server.on(
        "/",
        exchange -> {
          heard.add(exchange.getRequestBody().readAllBytes());
          WebServer.send(exchange, 200, "text/plain", "x".getBytes(UTF_8));
        });
    return heard;
  }

  private Request post(String type, Payload payload) {
    return new Request(
        "POST", server.url("/"), Map.of("Content-Type", type), payload, Limits.DEFAULT);
  }

  @Test
  void requestsToOneHostAreSpaced() {
    server.on("/", "text/plain", "x");
    try (Guarded spaced = new Guarded(List.of("127.0.0.1"), Map.of(), Duration.ofSeconds(20))) {
      spaced.client().send(Request.get(server.url("/")));
      spaced.client().send(Request.get(server.url("/")));

      assertThat(spaced.pauses)
          .singleElement()
          .satisfies(pause -> assertThat(pause).isGreaterThan(Duration.ofSeconds(5)));
    }
  }

  static void assertFailed(Answer answer, String code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.code()).isEqualTo(code));
  }
}
