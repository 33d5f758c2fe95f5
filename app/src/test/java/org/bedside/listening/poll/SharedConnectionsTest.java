package org.bedside.listening.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Shareable;
import org.bedside.listening.connector.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much is held, and who waits for whom. */
@Timeout(60)
class SharedConnectionsTest {

  private static final URI SOMEWHERE = URI.create("https://network.example");
  private static final int MEGABYTE = 1 << 20;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void aSenderIsHeldUpWhenEvenTheFastestIsBehindAndNothingIsDropped() throws Exception {
    Megaphone network = new Megaphone(60);
    SharedConnections connections =
        new SharedConnections(Clock.systemUTC(), threads, 64 * MEGABYTE);
    CountDownLatch go = new CountDownLatch(1);
    Listener alone = new Listener(network, connections, go);
    Future<Heard.Trouble> listening =
        threads.submit(() -> connections.follow(network, new Target(SOMEWHERE, "0", null), alone));
    while (!network.waits()) {
      Thread.onSpinWait();
    }
    go.countDown();
    assertThat(listening.get().code()).isEqualTo("outbound.ended");
    assertThat(alone.heard).isEqualTo(network.all());
    assertThat(alone.mostAhead).as("megabytes read before they are stored").isLessThanOrEqualTo(6);
    assertThat(alone.mostHeld).isBetween(3L * MEGABYTE, 5L * MEGABYTE);
    assertThat(network.connections).hasValue(1);
  }

  @Test
  void whatIsHeldIsBoundedAndWhoIsTooSlowForItReadsAlone() throws Exception {
    Megaphone network = new Megaphone(100, 2);
    SharedConnections connections =
        new SharedConnections(Clock.systemUTC(), threads, 16 * MEGABYTE);
    CountDownLatch go = new CountDownLatch(1);
    Listener slow = new Listener(network, connections, go);
    Listener fast = new Listener(network, connections, new CountDownLatch(0));
    Future<Heard.Trouble> first =
        threads.submit(() -> connections.follow(network, new Target(SOMEWHERE, "0", null), slow));
    Future<Heard.Trouble> second =
        threads.submit(() -> connections.follow(network, new Target(SOMEWHERE, "0", null), fast));
    assertThat(second.get().code()).isEqualTo("outbound.ended");
    assertThat(fast.heard).isEqualTo(network.all());
    assertThat(fast.mostHeld).isBetween(15L * MEGABYTE, 16L * MEGABYTE);

    go.countDown();
    assertThat(first.get().code()).isEqualTo("outbound.ended");
    assertThat(slow.heard).isEqualTo(network.all());
    assertThat(network.connections).hasValue(2);
    assertThat(connections.bytes()).as("when all have gone").isZero();
  }

  @Test
  void aNewcomerIsNotHeldUpByWhoIsBehind() throws Exception {
    Megaphone network = new Megaphone(60);
    SharedConnections connections =
        new SharedConnections(Clock.systemUTC(), threads, 64 * MEGABYTE);
    CountDownLatch go = new CountDownLatch(1);
    Listener slow = new Listener(network, connections, go);
    Listener newcomer = new Listener(network, connections, new CountDownLatch(0));
    Future<Heard.Trouble> first =
        threads.submit(() -> connections.follow(network, new Target(SOMEWHERE, null, null), slow));
    slow.begun.await();
    while (!network.waits()) {
      Thread.onSpinWait();
    }
    connections.follow(network, new Target(SOMEWHERE, null, null), newcomer);
    assertThat(newcomer.heard).endsWith("59", "60");

    go.countDown();
    assertThat(first.get().code()).isEqualTo("outbound.ended");
    assertThat(slow.heard).startsWith("0", "1").endsWith("59", "60").hasSize(61);
    assertThat(network.connections).hasValue(1);
  }

  @Test
  void aCursorThatStandsForNothingIsForgottenByAll() throws Exception {
    Megaphone network = new Megaphone(0, 2);
    SharedConnections connections = new SharedConnections(Clock.systemUTC(), threads, MEGABYTE);
    Listener one = new Listener(network, connections, new CountDownLatch(0));
    Listener other = new Listener(network, connections, new CountDownLatch(0));
    Future<Heard.Trouble> listening =
        threads.submit(() -> connections.follow(network, new Target(SOMEWHERE, "1000", null), one));
    assertThat(connections.follow(network, new Target(SOMEWHERE, "1000", null), other).code())
        .isEqualTo("outbound.ended");
    assertThat(listening.get().code()).isEqualTo("outbound.ended");
    assertThat(one.cursor).isNull();
    assertThat(other.cursor).isNull();
    assertThat(network.connections).hasValue(1);
  }

  @Test
  void aMistakeOfOursIsTheListenersMistakeToo() throws Exception {
    Megaphone network = new Megaphone(-1);
    SharedConnections connections = new SharedConnections(Clock.systemUTC(), threads, MEGABYTE);
    Listener ears = new Listener(network, connections, new CountDownLatch(0));
    Future<Heard.Trouble> listening =
        threads.submit(() -> connections.follow(network, new Target(SOMEWHERE, "0", null), ears));
    assertThatThrownBy(listening::get).hasRootCauseMessage("a mistake");
  }

  /** Keeps what it hears, after it was let go on. */
  private static final class Listener implements Ears {

    private final Megaphone network;
    private final SharedConnections connections;
    private final CountDownLatch go;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<String> heard = new ArrayList<>();
    private int mostAhead;
    private long mostHeld;
    private boolean silent;
    private @Nullable String cursor = "not told";

    Listener(Megaphone network, SharedConnections connections, CountDownLatch go) {
      this.network = network;
      this.connections = connections;
      this.go = go;
    }

    @Override
    public void hear(Heard.Posts posts) throws InterruptedException {
      begun.countDown();
      go.await();
      cursor = posts.cursor();
      posts.posts().forEach(post -> heard.add(String.valueOf(post.externalId())));
      mostAhead = Math.max(mostAhead, network.brought.get() - heard.size());
      mostHeld = Math.max(mostHeld, connections.bytes());
    }

    @Override
    public void remark(List<Remark> remarks) {}

    @Override
    public void quiet() {
      if (!silent) {
        silent = true;
        network.audience.countDown();
      }
    }
  }

  /** Says posts of a megabyte, one by one, and ends. */
  private static final class Megaphone implements Shareable {

    private final int count;
    private final CountDownLatch audience;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger brought = new AtomicInteger();
    private volatile @Nullable Thread reader;

    Megaphone(int count) {
      this(count, 0);
    }

    /**
     * @param audience says nothing before so many listen
     */
    Megaphone(int count, int audience) {
      this.count = count;
      this.audience = new CountDownLatch(audience);
    }

    @Override
    public Heard.Trouble follow(Target target, Ears ears) throws InterruptedException {
      if (count < 0) {
        throw new IllegalStateException("a mistake");
      }
      connections.incrementAndGet();
      reader = Thread.currentThread();
      while (!audience.await(1, TimeUnit.MILLISECONDS)) {
        ears.quiet();
      }
      for (long number = position(target.cursor()) + 1; number <= count; number++) {
        RawPost post = RawPost.of(String.valueOf(number), "a".repeat(MEGABYTE / 2 - 500));
        ears.hear(new Heard.Posts(List.of(post), List.of(), String.valueOf(number)));
        brought.accumulateAndGet((int) number, Math::max);
      }
      if (count == 0) {
        ears.hear(new Heard.Posts(List.of(), List.of(), null));
      }
      return new Heard.Trouble("outbound.ended", "", null);
    }

    /** Whether it can't go on, or has said everything. */
    boolean waits() {
      Thread thread = reader;
      return thread != null
          && brought.get() > 0
          && (thread.getState() == Thread.State.WAITING
              || thread.getState() == Thread.State.TERMINATED);
    }

    List<String> all() {
      List<String> all = new ArrayList<>();
      for (int number = 1; number <= count; number++) {
        all.add(String.valueOf(number));
      }
      return all;
    }

    @Override
    public long position(@Nullable String cursor) {
      return cursor == null ? -1 : Long.parseLong(cursor);
    }

    @Override
    public long overlap() {
      return 0;
    }

    @Override
    public @Nullable String carry(
        @Nullable String own, @Nullable String reached, boolean sinceItBegan) {
      return reached;
    }

    @Override
    public List<Remark> remarks(@Nullable String cursor) {
      return List.of();
    }

    @Override
    public String type() {
      return "megaphone";
    }

    @Override
    public boolean accepts(URI address) {
      return false;
    }

    @Override
    public Look look(URI address, @Nullable Credential credential) {
      return new Look.Nothing("outbound.ended", "");
    }
  }
}
