package org.bedside.listening.websub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets each hub deliver so many times a minute and no more; thread-safe. */
@Component
class Turnstile {

  static final int MOST = 120;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<UUID, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Window> eldest) {
          return size() > REMEMBERED;
        }
      };

  Turnstile(Clock clock) {
    this.clock = clock;
  }

  private record Window(Instant since, int count) {}

  synchronized boolean lets(UUID subscription) {
    Instant now = clock.instant();
    Window window = windows.get(subscription);
    if (window == null || !now.isBefore(window.since().plus(WINDOW))) {
      windows.put(subscription, new Window(now, 1));
      return true;
    }
    windows.put(subscription, new Window(window.since(), window.count() + 1));
    return window.count() < MOST;
  }
}
