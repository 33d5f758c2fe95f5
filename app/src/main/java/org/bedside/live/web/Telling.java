package org.bedside.live.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bedside.database.Notifications;
import org.bedside.rounds.Rounds;
import org.springframework.stereotype.Component;

/**
 * Tells the other processes on this database. It holds up nobody: what is to be told waits, once
 * for each thing, until a thread of its own has sent it. Thread-safe.
 */
@Component
class Telling extends Rounds {

  static final String CHANNEL = "bedside_live";

  /** After it what could not be sent is tried again. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final UUID process = UUID.randomUUID();
  private final Notifications notifications;
  private final Map<String, Word> waiting = new LinkedHashMap<>();

  Telling(Notifications notifications) {
    super("live, to other processes", AGAIN);
    this.notifications = notifications;
  }

  /** As whom this process tells. */
  UUID process() {
    return process;
  }

  /** In the place of what waits about the same. */
  void tell(Word word) {
    synchronized (waiting) {
      waiting.put(word.about(), word);
    }
    wake();
  }

  @Override
  protected boolean round() {
    Map<String, Word> now;
    synchronized (waiting) {
      now = new LinkedHashMap<>(waiting);
      waiting.clear();
    }
    for (Word word : now.values()) {
      try {
        notifications.send(CHANNEL, word.written());
      } catch (RuntimeException e) {
        // What has been said anew meanwhile stays.
        synchronized (waiting) {
          now.forEach(waiting::putIfAbsent);
        }
        throw e;
      }
    }
    return false;
  }

  /** Says goodbye, so that nobody is shown where nobody is any more. */
  @Override
  public void stop() {
    tell(new Word.Goodbye(process));
    super.stop();
    try {
      round();
    } catch (RuntimeException gone) {
      // The others find out by themselves, a little later.
      wake();
    }
  }
}
