package org.bedside.live.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bedside.identity.SignedIn;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One page that listens. It is written to by a thread of its own, so that one whose reader does not
 * take what is sent keeps nobody else waiting; what it could not be told yet is kept once for each
 * topic. Telling and ending are thread-safe.
 */
final class OpenPage {

  /** What happens within it is told at once. */
  private static final Duration GATHERED = Duration.ofMillis(300);

  /** Keeps the connection open through proxies, and finds out that the reader has gone. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(25);

  /** Sooner where others see that this reader is there. */
  private static final Duration SIGN_OF_LIFE_WATCHING = Duration.ofSeconds(8);

  private final SignedIn who;
  private final Set<String> watching;
  private final SseEmitter emitter;
  private final Clock clock;
  private final Set<String> topics = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private volatile boolean ended;

  OpenPage(SignedIn who, Set<String> watching, SseEmitter emitter, Clock clock) {
    this.who = who;
    this.watching = Set.copyOf(watching);
    this.emitter = emitter;
    this.clock = clock;
  }

  SignedIn who() {
    return who;
  }

  Set<String> watching() {
    return watching;
  }

  void tell(String topic) {
    if (topics.add(topic)) {
      news.release();
    }
  }

  /** The stream has ended, whoever ended it. */
  void end() {
    ended = true;
    news.release();
  }

  /** Ends the stream from our side; the page connects again by itself. */
  void close() {
    emitter.complete();
    end();
  }

  /** Writes until the stream ends; the thread that calls it does nothing else. */
  void write() {
    Duration quiet = watching.isEmpty() ? SIGN_OF_LIFE : SIGN_OF_LIFE_WATCHING;
    try {
      send("listening");
      while (!ended) {
        if (news.tryAcquire(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
          Thread.sleep(GATHERED);
          writeNews();
        } else {
          emitter.send(SseEmitter.event().comment("still here"));
        }
      }
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeNews() throws IOException {
    // In this order: what is told from here on comes with a new permit.
    news.drainPermits();
    for (String topic : List.copyOf(topics)) {
      topics.remove(topic);
      if (!ended) {
        send(topic);
      }
    }
  }

  /** The time is what a page that connects again says it last heard. */
  private void send(String name) throws IOException {
    String now = clock.instant().toString();
    emitter.send(SseEmitter.event().id(now).name(name).data(now));
  }
}
