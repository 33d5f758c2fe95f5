package org.bedside.listening.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every source that is asked, whatever it answers: a state that people can read,
 * nothing lost, no exception. A connector's test extends it and adds what is its own.
 */
public abstract class PollingContract {

  protected static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  protected Network network;
  protected Guarded guarded;
  protected Polling connector;

  /** The connector under test, its clock standing at {@link #NOW}. */
  protected abstract Polling connector(Outbound outbound, Clock clock);

  /** What is listened to, as a person would have entered it; the network is at {@code base}. */
  protected abstract Target target(URI base, @Nullable String cursor);

  /** The network as it is documented, with at least two posts, on whatever path it is asked. */
  protected abstract WebServer.Page healthy();

  /** The keys of the posts that {@link #healthy} brings, in any order. */
  protected abstract List<String> keys();

  @BeforeEach
  void connect() throws IOException {
    network = new Network();
    guarded = Guarded.withLoopback();
    connector = connector(guarded.client(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void disconnect() {
    guarded.close();
    network.close();
  }

  @Test
  protected void aHealthySourceBringsItsPostsOnceAndItsCursorBringsNoNewOnes() {
    network.behaves(healthy());

    All first = all(null);
    assertThat(first.trouble).isNull();
    assertThat(first.posts).extracting(RawPost::externalId).containsAll(keys());

    All second = all(first.cursor);
    assertThat(second.trouble).isNull();
    assertThat(second.posts)
        .as("asked again, it brings what it brought, or less, and nothing else")
        .isSubsetOf(first.posts);
  }

  @ParameterizedTest
  @EnumSource
  void damagedAnswersAreAStateOrFewerPostsAndNeverAnException(Damage damage) {
    network.behaves(damage.to(healthy()));
    All damaged = all(null);
    readable(damaged);

    network.behaves(healthy());
    assertThat(all(damaged.cursor).posts.size() + damaged.posts.size())
        .as("nothing is lost to the damage")
        .isGreaterThanOrEqualTo(keys().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "null",
        "\"text\"",
        "17",
        "<html><body>We are moving</body></html>"
      })
  void answersOfAnotherKindAreToldAndTheCursorStays(String body) {
    network.answers(200, "application/json", body);
    Heard heard = connector.listen(target(network.url("/"), null));
    switch (heard) {
      case Heard.Posts posts -> assertThat(posts.posts()).isEmpty();
      case Heard.Unchanged _ -> assertThat(body).isNotEqualTo("{");
      case Heard.Trouble trouble -> told(trouble);
    }
    network.behaves(healthy());
    @Nullable String cursor = heard instanceof Heard.Posts posts ? posts.cursor() : null;
    assertThat(all(cursor).posts).extracting(RawPost::externalId).containsAll(keys());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 502, 503})
  void refusalsAreTold(int status) {
    network.answers(status, "application/json", "{\"error\":\"no\"}");
    Heard heard = connector.listen(target(network.url("/"), null));
    assertThat(heard).isInstanceOfSatisfying(Heard.Trouble.class, this::told);
  }

  @Test
  void theNetworksOwnWaitIsRespected() {
    network.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7200");
          exchange.sendResponseHeaders(429, -1);
        });
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble ->
                assertThat(trouble.retryAfter()).isGreaterThanOrEqualTo(Duration.ofHours(2)));
  }

  @Test
  void aPageThatNeverEndsIsLeft() {
    network.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 4096; i++) {
              out.write(block);
            }
          }
        });
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(Heard.Trouble.class, this::told);
  }

  @Test
  void aConnectionCutInTheMiddleLosesNothing() {
    network.behaves(Network.cutShort(healthy()));
    All cut = all(null);
    readable(cut);

    network.behaves(healthy());
    List<RawPost> both = new ArrayList<>(cut.posts);
    both.addAll(all(cut.cursor).posts);
    assertThat(both).extracting(RawPost::externalId).containsAll(keys());
  }

  @Test
  void aCursorThatNobodyKnowsAnyMoreStartsAnew() {
    network.behaves(healthy());
    for (String cursor : List.of("", "{", "null", "garbage-from-2019", "{\"v\":99}")) {
      All heard = all(cursor);
      assertThat(heard.trouble).as("cursor %s", cursor).isNull();
      assertThat(heard.posts)
          .as("cursor %s", cursor)
          .extracting(RawPost::externalId)
          .containsAll(keys());
    }
  }

  /** Listens until nothing more is waiting. */
  protected All all(@Nullable String cursor) {
    All all = new All(cursor);
    for (int i = 0; i < 50; i++) {
      switch (connector.listen(target(network.url("/"), all.cursor))) {
        case Heard.Posts posts -> {
          all.posts.addAll(posts.posts());
          all.withdrawn.addAll(posts.withdrawn());
          all.cursor = posts.cursor();
          List<Remark> remarks = posts.remarks();
          if (remarks != null) {
            remarks.forEach(PollingContract::told);
            all.remarks = remarks;
          }
          if (posts.again() == null || !posts.again().isZero()) {
            return all;
          }
        }
        case Heard.Unchanged _ -> {
          return all;
        }
        case Heard.Trouble trouble -> {
          all.trouble = trouble;
          return all;
        }
      }
    }
    return all;
  }

  private void readable(All heard) {
    Heard.Trouble trouble = heard.trouble;
    if (trouble != null) {
      told(trouble);
    }
  }

  /** The sentence exists in both languages. */
  protected void told(Heard.Trouble trouble) {
    told(trouble.code());
  }

  static void told(String code) {
    assertThat(sentences("")).containsKey(code);
    assertThat(sentences("_es")).containsKey(code);
  }

  /** The sentence exists in both languages and takes what it says. */
  protected static void told(Remark remark) {
    told(remark.code());
    Object[] values = {remark.count(), remark.named()};
    for (String language : List.of("", "_es")) {
      String sentence = String.valueOf(sentences(language).get(remark.code()));
      assertThat(MessageFormat.format(sentence, values))
          .doesNotContain("{")
          .contains(remark.named());
    }
  }

  private static Map<String, String> sentences(String language) {
    Map<String, String> all = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
      for (Path file : files.toList()) {
        if (file.toString().matches(".*/[a-z-]+" + language + "\\.properties")) {
          Properties messages = new Properties();
          try (Reader in = Files.newBufferedReader(file)) {
            messages.load(in);
          }
          messages.stringPropertyNames().forEach(key -> all.put(key, messages.getProperty(key)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** What came of listening until nothing more was waiting. */
  protected static final class All {
    public final List<RawPost> posts = new ArrayList<>();
    public final List<String> withdrawn = new ArrayList<>();
    public List<Remark> remarks = List.of();
    public @Nullable String cursor;
    public Heard.@Nullable Trouble trouble;

    All(@Nullable String cursor) {
      this.cursor = cursor;
    }
  }
}
