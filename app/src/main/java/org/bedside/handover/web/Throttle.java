package org.bedside.handover.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever sends too much. It remembers hashes under a salt of this process, no address
 * and no link, and forgets them when the process ends. Thread-safe.
 */
@Component
class Throttle {

  static final int DEEDS_OF_A_LINK = 20;
  static final int DEEDS_OF_AN_ADDRESS = 200;
  static final int WRONG_LINKS_OF_AN_ADDRESS = 60;
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int REMEMBERED = 20_000;

  private final Clock clock;
  private final byte[] salt = new byte[32];
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Window(Instant since, int count) {
    boolean holds(Instant now) {
      return !now.isBefore(since) && now.isBefore(since.plus(WINDOW));
    }
  }

  Throttle(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(salt);
  }

  /** Whether this link and this address may do one more thing. */
  boolean letsDo(String token, String address) {
    boolean link = lets("link " + token, DEEDS_OF_A_LINK);
    return lets("address " + network(address), DEEDS_OF_AN_ADDRESS) && link;
  }

  /** Whether this address may be told once more that its link is none. */
  boolean letsGuess(String address) {
    return lets("guess " + network(address), WRONG_LINKS_OF_AN_ADDRESS);
  }

  private synchronized boolean lets(String what, int most) {
    String key = hash(what);
    Instant now = clock.instant();
    Window last = windows.get(key);
    Window window = last != null && last.holds(now) ? last : new Window(now, 0);
    int before = window.count();
    windows.put(key, new Window(window.since(), before + 1));
    return before < most;
  }

  /** Of IPv6 the half that names a household: it has the other half to itself. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    String[] parts = address.split(":", -1);
    return String.join(":", Arrays.copyOf(parts, Math.min(4, parts.length)));
  }

  private String hash(String what) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return HexFormat.of().formatHex(digest.digest(what.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
