package org.bedside.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/** Slows down guessing: after ten wrong passwords an e-mail must wait a quarter of an hour. */
@Component
class SignInAttempts {

  private static final int ROOM = 10;
  private static final Duration WAIT = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignInAttempts(Clock clock) {
    this.clock = clock;
  }

  synchronized void requireRoom(String email) {
    Failures so = failures.get(key(email));
    if (so != null && so.count() >= ROOM && so.last().plus(WAIT).isAfter(clock.instant())) {
      throw new LockedException("too many attempts");
    }
  }

  synchronized void failed(String email) {
    Failures so = failures.get(key(email));
    int count = so == null || so.last().plus(WAIT).isBefore(clock.instant()) ? 0 : so.count();
    failures.put(key(email), new Failures(count + 1, clock.instant()));
  }

  synchronized void succeeded(String email) {
    failures.remove(key(email));
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private record Failures(int count, Instant last) {}
}
