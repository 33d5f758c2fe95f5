package org.bedside.listening.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Some three hundred feeds as found in the world, each served over real HTTP. */
class RealFeedsTest {

  private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

  @BeforeAll
  static void load() throws IOException {
    Path zip = data().resolve("fixtures/feeds.zip");
    assumeTrue(Files.exists(zip), "no fixtures/feeds.zip: set BEDSIDE_DATA to the data's folder");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory() && !entry.getName().endsWith(".txt")) {
          FILES.put(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private static Path data() {
    String set = System.getProperty("BEDSIDE_DATA", System.getenv("BEDSIDE_DATA"));
    return set != null ? Path.of(set) : Path.of("../../shared/data");
  }

  private static void serve(HttpExchange exchange) throws IOException {
    byte[] bytes = FILES.get(exchange.getRequestURI().getPath().substring(1));
    String type =
        exchange.getRequestURI().getPath().endsWith("json") ? "application/json" : "text/xml";
    WebServer.send(exchange, bytes == null ? 404 : 200, type, bytes == null ? new byte[0] : bytes);
  }

  @Test
  void eachGivesItsEntriesOrAClearError() throws IOException {
    Map<String, Heard> heard = new TreeMap<>();
    try (Guarded guarded = Guarded.withLoopback();
        WebServer server = new WebServer()) {
      server.on("/", RealFeedsTest::serve);
      FeedConnector connector = new FeedConnector(guarded.client(), Clock.systemUTC());
      for (String name : FILES.keySet()) {
        heard.put(name, connector.listen(new Target(server.url("/" + name), null, null)));
      }
    }
    List<String> unclear = new ArrayList<>();
    List<String> fewer = new ArrayList<>();
    int read = 0;
    int entries = 0;
    for (Map.Entry<String, Heard> one : heard.entrySet()) {
      int rome = rome(FILES.getOrDefault(one.getKey(), new byte[0]));
      switch (one.getValue()) {
        case Heard.Posts posts -> {
          read++;
          entries += posts.posts().size();
          posts.posts().forEach(RealFeedsTest::requireReadable);
          if (posts.posts().size() < rome) {
            fewer.add(one.getKey() + ": " + posts.posts().size() + " of " + rome);
          }
        }
        case Heard.Trouble trouble -> {
          if (!trouble.code().startsWith("feed.")) {
            unclear.add(one.getKey() + ": " + trouble);
          }
          if (rome > 0) {
            fewer.add(one.getKey() + ": " + trouble.code() + " instead of " + rome);
          }
        }
        case Heard.Unchanged _ -> unclear.add(one.getKey() + ": unchanged");
      }
    }
    System.out.printf("%d files, %d read as feeds, %d entries%n", heard.size(), read, entries);
    assertThat(unclear).isEmpty();
    assertThat(fewer).as("entries that ROME reads and we don't").isEmpty();
  }

  private static void requireReadable(RawPost post) {
    assertThat(post.text()).isNotBlank().doesNotContain("<p>", "</p>", "<br", "<script");
  }

  private static boolean words(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** Entries with words that ROME, the Java peer, reads; 0 where it refuses. */
  private static int rome(byte[] bytes) {
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      SyndFeed feed = new SyndFeedInput().build(reader);
      return (int)
          feed.getEntries().stream()
              .filter(
                  entry ->
                      words(entry.getTitle())
                          || (entry.getDescription() != null
                              && words(entry.getDescription().getValue())))
              .map(
                  entry ->
                      (entry.getUri() != null
                              ? entry.getUri() + entry.getLink()
                              : "" + entry.getLink())
                          + (entry.getUri() == null && entry.getLink() == null
                              ? entry.getTitle() + entry.getDescription()
                              : ""))
              .distinct()
              .count();
    } catch (IOException | FeedException | IllegalArgumentException e) {
      return 0;
    }
  }
}
