package org.bedside.listening.poll;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Streaming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks the sources that are due, some at once. A source taken is a row with a lease, and what it
 * brings is stored with its cursor in one transaction: killed at any moment, the process loses
 * nothing and stores nothing twice.
 */
@Component
public class Poller implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Poller.class);
  private static final int AT_ONCE = 16;

  private final PollQueue queue;
  private final Streams streams;
  private final Map<String, Connector> connectors;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Poller(PollQueue queue, Streams streams, List<Connector> connectors) {
    this.queue = queue;
    this.streams = streams;
    this.connectors =
        connectors.stream().collect(Collectors.toMap(Connector::type, Function.identity()));
  }

  /** Starts asking as many due sources as there is room for; answers how many. */
  public int askDue() {
    int taken = Math.max(0, room.drainPermits());
    List<PollQueue.Claim> claims = List.of();
    try {
      claims = taken == 0 ? List.of() : queue.claim(taken);
    } finally {
      room.release(taken - claims.size());
    }
    for (PollQueue.Claim claim : claims) {
      threads.execute(
          () -> {
            try {
              ask(claim);
            } finally {
              room.release();
            }
          });
    }
    return claims.size();
  }

  /** Waits until nothing is being asked; for shutting down and for tests. */
  public void awaitIdle() throws InterruptedException {
    room.acquire(AT_ONCE);
    room.release(AT_ONCE);
  }

  private void ask(PollQueue.Claim claim) {
    try {
      switch (connectors.get(claim.connector())) {
        case Streaming streaming -> streams.follow(claim, streaming);
        case Polling polling -> queue.heard(claim, polling.listen(claim.target()));
        case null, default ->
            queue.heard(
                claim, new Heard.Trouble("listening.no-connector", claim.connector(), null));
      }
    } catch (RuntimeException e) {
      log.warn("Source {} could not be asked: {}", claim.source(), e.toString());
      setAside(claim);
    }
  }

  private void setAside(PollQueue.Claim claim) {
    try {
      queue.heard(claim, new Heard.Trouble("listening.not-stored", "", null));
    } catch (RuntimeException e) {
      // The lease runs out and it is asked again.
      log.warn("Source {} waits for its lease to run out: {}", claim.source(), e.toString());
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
