package org.bedside.listening.websub;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.bedside.api.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Subscribes to the hubs that feeds name, renews and ends, some at once. A subscription taken is a
 * row with a lease: killed at any moment, the process leaves work that the next one does.
 */
@Component
class Subscriber implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Subscriber.class);
  private static final int AT_ONCE = 8;
  private static final int MOST_BEGUN = 200;

  private final Subscriptions subscriptions;
  private final HubClient hubs;
  private final PublicAddress address;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Subscriber(Subscriptions subscriptions, HubClient hubs, PublicAddress address) {
    this.subscriptions = subscriptions;
    this.hubs = hubs;
    this.address = address;
  }

  /** Starts asking as many hubs as there is room for; answers how many. */
  int askDue() {
    URI base = address.find().orElse(null);
    subscriptions.endUnwanted(base);
    if (base != null) {
      subscriptions
          .missing(MOST_BEGUN)
          .forEach(wanted -> subscriptions.begin(wanted, base, Keys.random(random)));
    }
    return askThem(base);
  }

  private int askThem(@Nullable URI base) {
    int taken = Math.max(0, room.drainPermits());
    List<Subscriptions.Due> all = List.of();
    try {
      all = taken == 0 ? List.of() : subscriptions.claim(base, taken);
    } finally {
      room.release(taken - all.size());
    }
    for (Subscriptions.Due due : all) {
      threads.execute(
          () -> {
            try {
              ask(turned(due));
            } catch (RuntimeException e) {
              log.warn("Hub subscription {} waits for its lease to run out: {}", due.id(), e);
            } finally {
              room.release();
            }
          });
    }
    return all.size();
  }

  /** Waits until nothing is being asked. */
  void awaitIdle() throws InterruptedException {
    room.acquire(AT_ONCE);
    room.release(AT_ONCE);
  }

  /** To the hub whose turn it is, where none pushes. */
  private Subscriptions.Due turned(Subscriptions.Due due) {
    if (due.ending() || due.pushing() || due.hubs().isEmpty()) {
      return due;
    }
    URI next = due.hubs().get(due.failures() % due.hubs().size());
    boolean unreadable = due.keys().token().isEmpty();
    return next.equals(due.hub()) && !unreadable
        ? due
        : subscriptions.move(due, next, Keys.random(random));
  }

  private void ask(Subscriptions.Due due) {
    if (due.keys().token().isEmpty()) {
      // Sealed under a key that is lost: without the token the hub can be told nothing.
      subscriptions.failed(due, "websub.unreachable", "", null);
      return;
    }
    switch (hubs.ask(due)) {
      case HubClient.Reply.Accepted _ -> subscriptions.asked(due, Patience.toConfirm(due));
      case HubClient.Reply.Not not ->
          subscriptions.failed(
              due, not.code(), not.detail(), Patience.afterFailure(due, not.retryAfter()));
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
