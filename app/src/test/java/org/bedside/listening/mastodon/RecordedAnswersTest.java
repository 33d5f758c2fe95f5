package org.bedside.listening.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Network;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that Mastodon 4.6 gave when they were recorded, served again over HTTP with their own
 * headers. The recordings are not part of this repository.
 */
class RecordedAnswersTest {

  private static final String CASSETTES = "mastodon-cassettes/tests/cassettes/";

  private final List<Recording> recordings = new ArrayList<>();
  private Network network;
  private Guarded guarded;

  /**
   * @param asked path and query
   */
  private record Recording(String asked, int status, Map<String, String> headers, String body) {}

  @BeforeEach
  void connect() throws IOException {
    network = new Network();
    network.behaves(this::again);
    guarded = Guarded.withLoopback();
  }

  @AfterEach
  void disconnect() {
    guarded.close();
    network.close();
  }

  @Test
  void aHashtagIsReadBackToItsFirstPostByTheRecordedLinks() throws IOException {
    load("test_fetch_remaining.yaml");
    MastodonConnector connector = connector(Instant.parse("2026-08-01T13:53:00Z"));
    URI url = network.url("/tags/fgiztsshwiaqqiztpmmjbtvmescsculuvmgjgopwoeidbcrixp");
    List<RawPost> posts = new ArrayList<>();
    String cursor = null;
    for (int i = 0; i < 4; i++) {
      Heard heard = connector.listen(new Target(url, cursor, null));
      assertThat(heard).isInstanceOf(Heard.Posts.class);
      Heard.Posts page = (Heard.Posts) heard;
      posts.addAll(page.posts());
      cursor = page.cursor();
      assertThat(page.again() == null).as("more waits, call %s", i).isEqualTo(i == 3);
    }
    assertThat(posts).extracting(RawPost::externalId).doesNotHaveDuplicates().hasSize(30);
    assertThat(posts).allSatisfy(post -> assertThat(post.text()).doesNotContain("<", "&#"));
    assertThat(posts).allSatisfy(post -> assertThat(post.publishedAt()).isNotNull());
  }

  @Test
  void publicListAndHashtagTimelinesAreReadAsTheyWereRecorded() throws IOException {
    load("test_public_tl.yaml");
    load("test_list_timeline.yaml");
    load("test_hashtag_tl.yaml");
    Credential token = Credential.of(Map.of("access_token", "recorded"));
    for (String path : List.of("/public", "/public/local", "/lists/6", "/tags/hoot")) {
      Heard heard =
          connector(Instant.parse("2026-08-01T14:00:00Z"))
              .listen(new Target(network.url(path), null, token));
      assertThat(heard)
          .as(path)
          .isInstanceOfSatisfying(
              Heard.Posts.class, posts -> assertThat(posts.posts()).isNotEmpty());
    }
  }

  @Test
  void theRecordedStreamIsHeard() throws IOException, InterruptedException {
    load("test_stream_user_local.yaml");
    List<RawPost> posts = new ArrayList<>();
    Ears ears =
        new Ears() {
          @Override
          public void hear(Heard.Posts heard) {
            posts.addAll(heard.posts());
          }

          @Override
          public void remark(List<Remark> remarks) {}

          @Override
          public void quiet() {}
        };
    Clock clock = Clock.fixed(Instant.parse("2026-08-02T05:26:00Z"), ZoneOffset.UTC);
    Heard.Trouble end =
        new MastodonStream(guarded.client(), clock)
            .follow(
                new Target(
                    network.url("/public/local"),
                    "{\"v\":1,\"top\":\"117024248092393660\"}",
                    Credential.of(Map.of("access_token", "recorded"))),
                ears);
    assertThat(end.code()).isEqualTo("outbound.ended");
    assertThat(posts).extracting(RawPost::text).contains("it's cool guy");
  }

  private MastodonConnector connector(Instant now) {
    return new MastodonConnector(guarded.client(), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** The recorded answer to this question; the number of posts asked for makes no difference. */
  private void again(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String place = place(String.valueOf(exchange.getRequestURI().getRawQuery()));
    for (Recording recording : recordings) {
      URI asked = URI.create(recording.asked());
      boolean stream = path.contains("/streaming/") && recording.asked().contains("/streaming/");
      boolean same =
          asked.getPath().equals(path) && place(String.valueOf(asked.getRawQuery())).equals(place);
      if (same || stream) {
        recording.headers().forEach(exchange.getResponseHeaders()::set);
        WebServer.send(
            exchange,
            recording.status(),
            recording.headers().getOrDefault("content-type", "text/plain"),
            recording.body().getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
    boolean page = path.contains("/timelines/");
    byte[] body = (page ? "[]" : "{\"error\":\"Not Found\"}").getBytes(StandardCharsets.UTF_8);
    WebServer.send(exchange, page ? 200 : 404, "application/json", body);
  }

  private static String place(String query) {
    return query
        .replace("local=true", "local=1")
        .replaceAll("(^|&)limit=\\d+", "")
        .replaceAll("^&|^null$", "");
  }

  private void load(String name) throws IOException {
    Path zip = recordings();
    assumeTrue(zip != null, "The recorded answers are absent; set BEDSIDE_DATA to where they are.");
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    try (ZipFile file = new ZipFile(zip.toFile());
        InputStream in = file.getInputStream(file.getEntry(CASSETTES + name))) {
      Object cassette = new Yaml(new SafeConstructor(options)).load(in);
      for (Json each : new Json(JsonMapper.shared().valueToTree(cassette)).list("interactions")) {
        if (each.at("request").words("method").equals("GET")) {
          recordings.add(recording(each.at("request").words("uri"), each.at("response")));
        }
      }
    }
  }

  private static Recording recording(String uri, Json response) {
    Map<String, String> headers = new HashMap<>();
    JsonNode sent = response.at("headers").node();
    for (String name : sent.propertyNames()) {
      if (!name.matches("(?i)content-length|transfer-encoding|connection")) {
        headers.put(name.toLowerCase(Locale.ROOT), sent.path(name).path(0).asString());
      }
    }
    JsonNode body = response.at("body", "string").node();
    String text =
        body.isBinary() ? new String(body.binaryValue(), StandardCharsets.UTF_8) : body.asString();
    Long status = response.at("status").number("code");
    assertThat(status).isNotNull();
    return new Recording(uri, status == null ? 0 : status.intValue(), headers, text);
  }

  private static @Nullable Path recordings() {
    String set = System.getProperty("bedside.data", System.getenv("BEDSIDE_DATA"));
    for (String place : List.of(String.valueOf(set), "../shared/data", "../../shared/data")) {
      Path zip = Path.of(place, "fixtures", "mastodon-api-recordings.zip");
      if (Files.exists(zip)) {
        return zip;
      }
    }
    return null;
  }
}
