package org.bedside.listening.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every source that sends by itself, whatever it sends: a state that people can
 * read, nothing lost, no exception. A connector's test extends it and adds what is its own.
 */
@Timeout(60)
public abstract class StreamingContract {

  protected static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  /** How long a test waits for nothing to come. */
  protected static final Duration SHORT = Duration.ofMillis(300);

  protected Stage stage;
  protected Guarded guarded;
  protected Streaming connector;

  /** The connector under test, its clock standing at {@link #NOW}. */
  protected abstract Streaming connector(Outbound outbound, Clock clock);

  /** The server, not yet sending. */
  protected abstract Stage stage() throws Exception;

  /** What is listened to, as a person would have entered it. */
  protected abstract Target target(@Nullable String cursor);

  /** The messages as they are documented, with at least two posts. */
  protected abstract List<byte[]> healthy();

  /** The keys of the posts that {@link #healthy} brings, in any order. */
  protected abstract List<String> keys();

  /**
   * From now on the server has these, none of them newer than the connection that is made next: it
   * sends or answers only what comes after a cursor, and nothing of the past to whoever names none.
   */
  protected abstract void remembers(List<byte[]> messages);

  /** The cursors, as the network knows them, that the server was asked to go on from. */
  protected abstract List<String> askedFrom();

  /** What of them belongs to the first half of {@link #healthy}. */
  protected abstract String halfWay();

  /** The messages, every one damaged. */
  protected abstract List<byte[]> damaged(Damage damage);

  /** One whole message with {@code content} where a message has its content. */
  protected byte[] message(String content) {
    return content.getBytes(UTF_8);
  }

  /** The beginning of a message, with its end where that is what parts it from the next. */
  protected byte[] half(byte[] message) {
    return java.util.Arrays.copyOf(message, message.length / 2);
  }

  @BeforeEach
  void connect() throws Exception {
    stage = stage();
    guarded = Guarded.withLoopback();
    connector = connector(guarded.client(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void disconnect() {
    guarded.close();
    stage.close();
  }

  @Test
  void aHealthyStreamBringsItsPostsAndItsEndIsOrdinary() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener first = follow(null);
    assertThat(first.keys()).containsAll(keys());
    assertThat(first.ended().code()).isEqualTo("outbound.ended");

    Listener again = follow(first.cursor);
    assertThat(again.posts).as("sent again, it is the same").isSubsetOf(first.posts);
  }

  @ParameterizedTest
  @EnumSource
  void damagedMessagesAreFewerPostsAndNeverAnException(Damage damage) throws InterruptedException {
    List<byte[]> mixed = new ArrayList<>(damaged(damage));
    mixed.addAll(healthy());
    stage.plays(mixed, Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.keys()).as("what comes after the damage").containsAll(keys());
    told(heard.ended());
  }

  @Test
  void messagesOfAnotherKindArePassedOver() throws InterruptedException {
    List<byte[]> mixed = new ArrayList<>();
    for (String other :
        List.of("{", "[]", "{}", "null", "\"text\"", "17", "<html>moving</html>", "\u0000\ufffd")) {
      mixed.add(message(other));
    }
    mixed.addAll(healthy());
    mixed.add(message("{"));
    stage.plays(mixed, Stage.Ending.ENDS);
    assertThat(follow(null).keys()).containsAll(keys());
  }

  @Test
  void aStreamBrokenInTheMiddleGoesOnAtItsCursorWithoutLoss() throws InterruptedException {
    List<byte[]> all = healthy();
    stage.plays(all.subList(0, all.size() / 2), Stage.Ending.BREAKS);
    Listener cut = follow(null);
    told(cut.ended());
    assertThat(cut.keys()).as("half").isNotEmpty().hasSizeLessThan(keys().size());
    assertThat(askedFrom()).as("there was nothing to go on from").isEmpty();

    remembers(all);
    Listener rest = follow(cut.cursor);
    assertThat(askedFrom()).containsExactly(halfWay());
    List<String> both = new ArrayList<>(cut.keys());
    both.addAll(rest.keys());
    assertThat(both).containsAll(keys());
  }

  @Test
  void amessageCutInTheMiddleIsPassedOver() throws InterruptedException {
    List<byte[]> mixed = new ArrayList<>();
    for (byte[] message : healthy()) {
      mixed.add(half(message));
    }
    mixed.addAll(healthy());
    stage.plays(mixed, Stage.Ending.ENDS);
    assertThat(follow(null).keys()).containsAll(keys());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 502, 503})
  void refusalsAreTold(int status) throws Exception {
    stage.refuses(status, Map.of());
    Listener heard = follow(null);
    told(heard.ended());
    assertThat(heard.ended().code())
        .isNotEqualTo("outbound.ended")
        .isNotEqualTo("outbound.connection");
    assertThat(heard.batches).isZero();
  }

  @Test
  void theNetworksOwnWaitIsRespected() throws IOException, InterruptedException {
    stage.refuses(429, Map.of("Retry-After", "7200"));
    assertThat(follow(null).ended().retryAfter()).isGreaterThanOrEqualTo(Duration.ofHours(2));
  }

  @Test
  void aServerThatIsNotThereIsTold() throws InterruptedException {
    Target target = target(null);
    stage.close();
    Listener heard = new Listener();
    heard.trouble = connector.follow(target, heard);
    told(heard.ended());
  }

  @Test
  void aMessageWithoutEndIsLeft() throws InterruptedException {
    stage.plays(List.of(message("x".repeat(20 << 20))), Stage.Ending.STAYS);
    told(follow(null).ended());
  }

  @Test
  void aCursorThatNobodyKnowsAnyMoreStartsAnew() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    for (String cursor : List.of("", "{", "null", "garbage-from-2019", "{\"v\":99}", "[]")) {
      assertThat(follow(cursor).keys()).as("cursor %s", cursor).containsAll(keys());
    }
  }

  @Test
  void whatHasComeIsHandedOverAlthoughTheStreamStaysAndQuietIsKnownFromDeath() {
    stage.plays(healthy(), Stage.Ending.STAYS);
    Listener heard = new Listener(keys());
    assertThatThrownBy(() -> connector.follow(target(null), heard))
        .isInstanceOf(InterruptedException.class);
    assertThat(heard.keys()).containsAll(keys());
    assertThat(heard.cursor).isNotNull();
  }

  @Test
  void whoeverIsToldToStopStops() {
    stage.plays(healthy(), Stage.Ending.STAYS);
    Ears deaf =
        new Ears() {
          @Override
          public void hear(Heard.Posts posts) throws InterruptedException {
            throw new InterruptedException("paused");
          }

          @Override
          public void remark(List<Remark> remarks) {}

          @Override
          public void quiet() throws InterruptedException {
            throw new InterruptedException("paused");
          }
        };
    assertThatThrownBy(() -> connector.follow(target(null), deaf))
        .isInstanceOf(InterruptedException.class);
  }

  /** Follows until the stream ends. */
  protected Listener follow(@Nullable String cursor) throws InterruptedException {
    Listener listener = new Listener();
    listener.cursor = cursor;
    listener.trouble = connector.follow(target(cursor), listener);
    return listener;
  }

  /** The sentence exists in both languages. */
  protected static void told(Heard.Trouble trouble) {
    PollingContract.told(trouble.code());
  }

  /** Keeps what it hears. */
  protected static final class Listener implements Ears {

    public final List<RawPost> posts = new ArrayList<>();
    public final List<String> withdrawn = new ArrayList<>();
    public final List<String> withdrawnBelow = new ArrayList<>();
    public List<Remark> remarks = List.of();
    public @Nullable String cursor;
    public int batches;
    private final List<String> awaited;
    private Heard.@Nullable Trouble trouble;

    /** Listens until the stream ends. */
    public Listener() {
      this(List.of());
    }

    /** Has enough when it is quiet after these. */
    public Listener(List<String> awaited) {
      this.awaited = awaited;
    }

    @Override
    public void hear(Heard.Posts heard) {
      batches++;
      posts.addAll(heard.posts());
      withdrawn.addAll(heard.withdrawn());
      withdrawnBelow.addAll(heard.withdrawnBelow());
      cursor = heard.cursor();
      if (heard.remarks() != null) {
        remark(heard.remarks());
      }
    }

    @Override
    public void remark(List<Remark> now) {
      now.forEach(PollingContract::told);
      remarks = now;
    }

    @Override
    public void quiet() throws InterruptedException {
      if (!awaited.isEmpty() && keys().containsAll(awaited)) {
        throw new InterruptedException("quiet");
      }
    }

    public List<String> keys() {
      return posts.stream().map(RawPost::externalId).toList();
    }

    public Heard.Trouble ended() {
      return java.util.Objects.requireNonNull(trouble, "it goes on");
    }
  }
}
