package org.bedside.listening.websub;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether a hub is to be asked something. */
@Component
class SubscriberBeat implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SubscriberBeat.class);

  private final Subscriber subscriber;
  private final Duration every;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile Thread thread = Thread.currentThread();

  SubscriberBeat(
      Subscriber subscriber, @Value("${bedside.listening.look-every:5s}") Duration every) {
    this.subscriber = subscriber;
    this.every = every;
  }

  @Override
  public void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopped = stop;
    thread = Thread.ofVirtual().name("websub").start(() -> untilStopped(stop));
  }

  private void untilStopped(CountDownLatch stop) {
    try {
      do {
        try {
          subscriber.askDue();
        } catch (RuntimeException e) {
          log.warn("Hubs are not asked for now and will be by themselves: {}", e.toString());
        }
      } while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    try {
      thread.join(Duration.ofSeconds(8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
