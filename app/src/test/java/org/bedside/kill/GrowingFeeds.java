package org.bedside.kill;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bedside.outbound.WebServer;

/**
 * Feeds on 127.0.0.1 that have something new and something edited almost each time they are asked,
 * answer with a pause in the middle, and say 304 to whoever has seen it all.
 */
final class GrowingFeeds implements AutoCloseable {

  /** A reader takes two thousand entries of a feed; these stay below. */
  private static final int MOST = 1_500;

  private static final ZonedDateTime FIRST =
      ZonedDateTime.of(2026, 3, 1, 8, 0, 0, 0, ZoneOffset.UTC);

  private final WebServer server = new WebServer();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Feed> feeds = new ArrayList<>();
  private volatile boolean growing = true;

  GrowingFeeds(int many, long seed) throws IOException {
    for (int i = 0; i < many; i++) {
      Feed feed = new Feed(i, new Random(seed + i));
      feeds.add(feed);
      server.on("/" + feed.number() + ".xml", exchange -> answer(feed, exchange));
    }
  }

  List<URI> urls() {
    return feeds.stream().map(feed -> server.url("/" + feed.number() + ".xml")).toList();
  }

  int requests() {
    return server.asked.size();
  }

  /** From now on nothing is new. */
  void stopGrowing() {
    growing = false;
  }

  /** What each entry says by now, by its key. */
  Map<String, String> entries() {
    Map<String, String> all = new TreeMap<>();
    feeds.forEach(feed -> all.putAll(feed.entries()));
    return all;
  }

  private void answer(Feed feed, HttpExchange exchange) throws IOException {
    Answer answer = feed.next(growing);
    exchange.getResponseHeaders().set("ETag", answer.tag());
    if (answer.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(Arrays.copyOfRange(body, 0, body.length / 2));
      out.flush();
      pause(answer.pauseMillis());
      out.write(Arrays.copyOfRange(body, body.length / 2, body.length));
    }
  }

  private void pause(long millis) {
    try {
      closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }

  private record Answer(String tag, String body, long pauseMillis) {}

  /**
   * One of them; {@code edits} holds in which state of the feed each entry was edited last, oldest
   * entry first.
   */
  private static final class Feed {
    private final int number;
    private final Random random;
    private final List<Integer> edits = new ArrayList<>();
    private int state;

    private Feed(int number, Random random) {
      this.number = number;
      this.random = random;
    }

    int number() {
      return number;
    }

    synchronized Answer next(boolean growing) {
      if (growing && (edits.isEmpty() || random.nextInt(4) > 0)) {
        grow();
      }
      return new Answer("\"" + number + "-" + state + "\"", body(), random.nextLong(600));
    }

    private void grow() {
      state++;
      for (int i = random.nextInt(3); i > 0 && !edits.isEmpty(); i--) {
        edits.set(random.nextInt(edits.size()), state);
      }
      for (int i = 1 + random.nextInt(6); i > 0 && edits.size() < MOST; i--) {
        edits.add(0);
      }
    }

    private String body() {
      StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>Forum ");
      rss.append(number).append("</title>");
      for (int i = edits.size() - 1; i >= 0; i--) {
        rss.append("<item><guid isPermaLink='false'>").append(key(i)).append("</guid><title>");
        rss.append(text(i)).append("</title><pubDate>");
        rss.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(FIRST.plusMinutes(i)));
        rss.append("</pubDate></item>");
      }
      return rss.append("</channel></rss>").toString();
    }

    synchronized Map<String, String> entries() {
      Map<String, String> all = new TreeMap<>();
      for (int i = 0; i < edits.size(); i++) {
        all.put(key(i), text(i));
      }
      return all;
    }

    private String key(int entry) {
      return "feed-" + number + "-entry-" + entry;
    }

    private String text(int entry) {
      return "Entry %d of forum %d, edit %d: the nurses were kind and the wait was long"
          .formatted(entry, number, edits.get(entry));
    }
  }
}
