package org.bedside.listening.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.connector.Rhythm;
import org.bedside.listening.connector.Shareable;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Listens to sources that send by themselves, each in a thread of its own for as long as its claim
 * is kept, over a connection of its own or, where the stream tells everybody the same, over one
 * with others. A connection that ends is an ordinary event; one that ends before it brought
 * anything is a failure.
 */
@Component
class Streams implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Streams.class);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String ENDED = "outbound.ended";

  private final PollQueue queue;
  private final Rhythm rhythm;
  private final Clock clock;
  private final Map<UUID, PollQueue.Claim> running = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SharedConnections connections;

  Streams(PollQueue queue, Rhythm rhythm, Clock clock) {
    this.queue = queue;
    this.rhythm = rhythm;
    this.clock = clock;
    this.connections = new SharedConnections(clock, threads);
  }

  void follow(PollQueue.Claim claim, Streaming connector) {
    running.put(claim.id(), claim);
    threads.execute(
        () -> {
          try {
            listen(claim, connector);
          } finally {
            running.remove(claim.id());
          }
        });
  }

  private void listen(PollQueue.Claim claim, Streaming connector) {
    Attentive ears = new Attentive(claim);
    try {
      queue.prepare(claim);
      Heard.Trouble why = follow(claim.target(), connector, ears);
      if (ears.heard && why.code().equals(ENDED)) {
        queue.release(claim, SOON);
      } else {
        queue.broke(claim, why);
      }
    } catch (InterruptedException e) {
      // Paused, removed, taken over, or the process ends; then the connection of the database may
      // be gone, and the lease runs out by itself.
      letGo(claim);
    } catch (RuntimeException e) {
      log.warn("Source {} could not be followed: {}", claim.source(), e.toString());
      letGo(claim);
    }
  }

  private Heard.Trouble follow(Target target, Streaming connector, Ears ears)
      throws InterruptedException {
    return connector instanceof Shareable shareable && target.credential() == null
        ? connections.follow(shareable, target, ears)
        : connector.follow(target, ears);
  }

  private void letGo(PollQueue.Claim claim) {
    try {
      queue.release(claim, rhythm.lease());
    } catch (RuntimeException e) {
      log.warn("Source {} waits for its lease to run out: {}", claim.source(), e.toString());
    }
  }

  /** How many streams are being followed. */
  int count() {
    return running.size();
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  private final class Attentive implements Ears {

    private final PollQueue.Claim claim;
    private Instant kept;
    private boolean heard;

    Attentive(PollQueue.Claim claim) {
      this.claim = claim;
      this.kept = clock.instant();
    }

    @Override
    public void hear(Heard.Posts posts) throws InterruptedException {
      go(queue.hear(claim, posts));
      kept = clock.instant();
      heard = true;
    }

    @Override
    public void remark(List<Remark> remarks) throws InterruptedException {
      go(queue.remark(claim, remarks));
    }

    @Override
    public void quiet() throws InterruptedException {
      Instant now = clock.instant();
      if (kept.plus(rhythm.lease().dividedBy(6)).isBefore(now) || !heard) {
        go(queue.keep(claim));
        kept = now;
        heard = true;
      }
    }

    private static void go(boolean on) throws InterruptedException {
      if (!on || Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("not to be listened to any more");
      }
    }
  }
}
