package org.bedside.listening.reviewpage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whether a site lets robots read a page, as its robots.txt says; kept for a day, RFC 9309 section
 * 2.4. A site whose rules can't be had for a fault of its own is not read; one that has none, or
 * hides them, is. Thread-safe.
 */
final class Robots {

  private static final String US = "bedside";
  private static final int REMEMBERED = 2_000;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_OUT = Duration.ofMinutes(10);
  private static final Limits LIMITS = Limits.DEFAULT.withBytes(RobotsFile.MOST_BYTES);

  private final Outbound outbound;
  private final Clock clock;
  private final Map<String, Entry> sites = new LinkedHashMap<>();
  private final Map<String, Instant> turns = new LinkedHashMap<>();

  Robots(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  sealed interface Word {
    /** It may be read. */
    record Welcome() implements Word {}

    /** It may be read, but not before so long. */
    record Later(Duration rest) implements Word {}

    /** It may not be read. */
    record No(String code, String detail, @Nullable Duration retryAfter) implements Word {}
  }

  private record Entry(@Nullable RobotsFile file, Word.@Nullable No no, Instant until) {}

  /** What the site says now; a turn that is given counts as taken. */
  Word ask(URI page) {
    String site = site(page);
    Entry entry = entry(site);
    if (entry.no() != null) {
      return entry.no();
    }
    RobotsFile file = entry.file() == null ? RobotsFile.EVERYTHING : entry.file();
    if (!file.allows(path(page))) {
      return new Word.No("reviewpage.robots-disallow", String.valueOf(page.getHost()), null);
    }
    return turn(site, file.delay());
  }

  private synchronized Word turn(String site, @Nullable Duration delay) {
    if (delay == null) {
      return new Word.Welcome();
    }
    Instant now = clock.instant();
    Instant next = turns.get(site);
    if (next != null && next.isAfter(now)) {
      return new Word.Later(Duration.between(now, next));
    }
    turns.put(site, now.plus(delay));
    forgetOldest(turns);
    return new Word.Welcome();
  }

  private Entry entry(String site) {
    synchronized (this) {
      Entry known = sites.get(site);
      if (known != null && known.until().isAfter(clock.instant())) {
        return known;
      }
    }
    Entry fresh = fetched(site);
    synchronized (this) {
      sites.put(site, fresh);
      forgetOldest(sites);
    }
    return fresh;
  }

  private static <T> void forgetOldest(Map<String, T> map) {
    while (map.size() > REMEMBERED) {
      map.remove(map.keySet().iterator().next());
    }
  }

  private Entry fetched(String site) {
    Instant now = clock.instant();
    URI url = URI.create(site + "/robots.txt");
    return switch (outbound.send(Request.get(url).with(LIMITS))) {
      case Answer.Fetched answer -> {
        String text = answer.body().text(StandardCharsets.UTF_8);
        yield new Entry(RobotsFile.read(text, US), null, now.plus(kept(answer)));
      }
      case Answer.NotModified _ -> new Entry(RobotsFile.EVERYTHING, null, now.plus(KEPT));
      case Answer.Refused(String code, String detail) ->
          new Entry(null, new Word.No(code, detail, null), now);
      case Answer.Failed failed -> failed(failed, url, now);
    };
  }

  /** Section 2.3.1.3: no rules are no obstacle. 2.3.1.4: a server in trouble is left alone. */
  private static Entry failed(Answer.Failed failed, URI url, Instant now) {
    boolean none = failed.status() / 100 == 4 && failed.status() != 429;
    if (none) {
      return new Entry(RobotsFile.EVERYTHING, null, now.plus(KEPT));
    }
    boolean unreachable = failed.status() == 0 && !failed.code().equals("outbound.too-large");
    Word.No no =
        unreachable || failed.status() == 429
            ? new Word.No(failed.code(), failed.detail(), failed.retryAfter())
            : new Word.No(
                "reviewpage.robots-unreachable",
                String.valueOf(url.getHost()),
                failed.retryAfter());
    return new Entry(null, no, unreachable ? now : now.plus(KEPT_OUT));
  }

  private static Duration kept(Answer.Fetched answer) {
    String control = Optional.ofNullable(answer.headers().first("cache-control")).orElse("");
    boolean brief = control.toLowerCase(Locale.ROOT).contains("no-store");
    return brief ? Duration.ofHours(1) : KEPT;
  }

  private static String site(URI page) {
    String port = page.getPort() < 0 ? "" : ":" + page.getPort();
    return (page.getScheme() + "://" + page.getHost() + port).toLowerCase(Locale.ROOT);
  }

  private static String path(URI page) {
    String path =
        page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
    return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
  }
}
