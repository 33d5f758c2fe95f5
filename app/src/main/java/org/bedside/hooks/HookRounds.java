package org.bedside.hooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.bedside.database.CurrentOrganization;
import org.bedside.rounds.Rounds;
import org.bedside.rounds.Seldom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks for which addresses something is due, and sends to each in a thread of its own: a receiver
 * that is slow or does not answer delays only itself. What is over is deleted after a while.
 */
@Component
class HookRounds extends Rounds {

  private static final Logger log = LoggerFactory.getLogger(HookRounds.class);
  private static final int MOST_AT_ONCE = 64;

  /** As long as letters. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final HookQueue queue;
  private final Messenger messenger;
  private final Clock clock;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
  private final Seldom tidying = new Seldom(Duration.ofHours(1));
  private final Semaphore threads = new Semaphore(MOST_AT_ONCE);

  HookRounds(
      HookQueue queue,
      Messenger messenger,
      Clock clock,
      @Value("${bedside.hooks.look-every:10s}") Duration every) {
    super("webhooks", every);
    this.queue = queue;
    this.messenger = messenger;
    this.clock = clock;
  }

  @TransactionalEventListener
  void on(HookMessageKept event) {
    wake();
  }

  @Override
  protected boolean round() throws InterruptedException {
    Instant now = clock.instant();
    if (tidying.isTime(now)) {
      queue.forget(now.minus(KEPT));
    }
    for (HookQueue.Waiting waiting : queue.due(now)) {
      if (isRunning() && underWay.add(waiting.hook())) {
        threads.acquire();
        Thread.ofVirtual().name("webhook").start(() -> send(waiting));
      }
    }
    return false;
  }

  private void send(HookQueue.Waiting waiting) {
    try {
      CurrentOrganization.run(waiting.organization(), () -> messenger.send(waiting.hook()));
    } catch (RuntimeException e) {
      log.warn("Sending to a webhook stopped for now and will go on by itself: {}", e.toString());
    } finally {
      underWay.remove(waiting.hook());
      threads.release();
      // What was kept between the last look of that thread and now was passed over.
      wake();
    }
  }
}
