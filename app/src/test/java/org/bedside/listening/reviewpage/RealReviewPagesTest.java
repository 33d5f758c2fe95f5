package org.bedside.listening.reviewpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages as found in the world, each served over real HTTP. */
class RealReviewPagesTest {

  private static final Map<String, byte[]> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void load() throws IOException {
    String set = System.getProperty("BEDSIDE_DATA", System.getenv("BEDSIDE_DATA"));
    Path data = set != null ? Path.of(set) : Path.of("../../shared/data");
    Path zip = data.resolve("fixtures/review-pages.zip");
    assumeTrue(
        Files.exists(zip), "no fixtures/review-pages.zip: set BEDSIDE_DATA to the data's folder");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().endsWith(".html")) {
          PAGES.put(
              "p" + PAGES.size() + "-" + Path.of(entry.getName()).getFileName(), in.readAllBytes());
        }
      }
    }
  }

  @Test
  void eachGivesItsReviewsOrSaysThatItHasNone() throws IOException {
    Map<String, Integer> reviews = new TreeMap<>();
    int averages = 0;
    try (Guarded guarded = Guarded.withLoopback();
        WebServer server = new WebServer()) {
      String[] at = {""};
      server.on(
          "/",
          exchange -> {
            byte[] page = PAGES.get(at[0]);
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            WebServer.send(
                exchange,
                robots || page == null ? 404 : 200,
                "text/html",
                robots || page == null ? new byte[0] : page);
          });
      ReviewPageConnector connector = new ReviewPageConnector(guarded.client(), Clock.systemUTC());
      int n = 0;
      for (String name : PAGES.keySet()) {
        at[0] = name;
        Heard heard = connector.listen(new Target(server.url("/page" + n++), null, null));
        switch (heard) {
          case Heard.Posts posts -> reviews.put(name, posts.posts().size());
          case Heard.Trouble trouble -> {
            assertThat(trouble.code()).startsWith("reviewpage.");
            averages += trouble.code().endsWith("average") ? 1 : 0;
          }
          case Heard.Unchanged _ -> throw new AssertionError(name);
        }
      }
    }
    assertThat(averages).isPositive();
    assertThat(reviews.values()).allMatch(count -> count > 0).hasSizeGreaterThanOrEqualTo(3);
  }
}
