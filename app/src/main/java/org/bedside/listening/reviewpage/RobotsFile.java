package org.bedside.listening.reviewpage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a robots.txt for one robot, RFC 9309: all groups that name it, else those for every
 * robot; the longest match decides, and allowing where two are as long. Immutable.
 *
 * @param delay between two requests, where the site asks for one (no part of the RFC, but meant)
 */
record RobotsFile(List<Rule> rules, @Nullable Duration delay) {

  /** RFC 9309 section 2.5: at least so much is read. */
  static final int MOST_BYTES = 512 * 1024;

  static final RobotsFile EVERYTHING = new RobotsFile(List.of(), null);

  private static final int MOST_RULES = 5_000;
  private static final Duration LONGEST_DELAY = Duration.ofHours(6);

  RobotsFile {
    rules = List.copyOf(rules);
  }

  record Rule(boolean allow, String pattern) {

    /**
     * Whether the path begins so; {@code *} is anything, {@code $} the end. Never backtracks far.
     */
    boolean matches(String path) {
      boolean whole = pattern.endsWith("$");
      String body = whole ? pattern.substring(0, pattern.length() - 1) : pattern;
      String[] parts = body.split("\\*", -1);
      if (!path.startsWith(parts[0])) {
        return false;
      }
      int at = parts[0].length();
      for (int i = 1; i < parts.length; i++) {
        boolean last = i == parts.length - 1;
        int found = last && whole ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
        if (found < at || !path.startsWith(parts[i], found)) {
          return false;
        }
        at = found + parts[i].length();
      }
      return !whole || at == path.length();
    }
  }

  /**
   * @param robot its product token, in lower case
   */
  static RobotsFile read(String text, String robot) {
    Reading own = new Reading();
    Reading everybody = new Reading();
    boolean forUs = false;
    boolean forAll = false;
    boolean naming = false;
    for (String line : text.lines().toList()) {
      String bare = line.split("#", 2)[0];
      int colon = bare.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = bare.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = bare.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        String agent = value.toLowerCase(Locale.ROOT);
        forUs = (naming && forUs) || agent.equals(robot) || agent.startsWith(robot + "/");
        forAll = (naming && forAll) || agent.equals("*");
        naming = true;
        own.named |= forUs;
      } else if (key.equals("allow") || key.equals("disallow") || key.equals("crawl-delay")) {
        naming = false;
        if (forUs) {
          own.add(key, value);
        }
        if (forAll) {
          everybody.add(key, value);
        }
      }
    }
    Reading chosen = own.named ? own : everybody;
    return new RobotsFile(chosen.rules, chosen.delay);
  }

  private static final class Reading {
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable Duration delay;
    private boolean named;

    void add(String key, String value) {
      if (key.equals("crawl-delay")) {
        delay = value.matches("\\d{1,6}(\\.\\d{1,3})?") ? seconds(value) : delay;
      } else if (!value.isEmpty() && rules.size() < MOST_RULES) {
        rules.add(new Rule(key.equals("allow"), normal(value)));
      }
    }

    private static Duration seconds(String value) {
      Duration asked = Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
      return asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
    }
  }

  /** Whether path and query may be asked for. */
  boolean allows(String pathAndQuery) {
    String path = normal(pathAndQuery);
    if (path.equals("/robots.txt")) {
      return true;
    }
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.pattern().length();
      boolean decides = length > longest || (length == longest && rule.allow());
      if (decides && rule.matches(path)) {
        longest = length;
        allowed = rule.allow();
      }
    }
    return allowed;
  }

  /**
   * Percent-encoded as RFC 9309 section 2.2.2 compares: what is unreserved bare, the rest coded.
   */
  private static String normal(String path) {
    StringBuilder out = new StringBuilder(path.length());
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      boolean coded =
          b == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
      if (coded) {
        b = hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]);
        i += 2;
        if ((b < 128 && Character.isLetterOrDigit(b)) || "-._~".indexOf(b) >= 0) {
          out.append((char) b);
          continue;
        }
      }
      if (coded || b > 126 || b <= 32) {
        out.append(String.format("%%%02X", b));
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  private static int hex(byte b) {
    return Character.digit(b, 16);
  }
}
