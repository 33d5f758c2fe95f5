package org.bedside.listening.reviewpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.PollingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewPageConnectorTest extends PollingContract {

  private static final String HEALTHY =
      """
      {"@context":"https://schema.org","@type":"Hospital","name":"Lakeside Clinic",
       "aggregateRating":{"@type":"AggregateRating","ratingValue":4.1,"reviewCount":2},
       "review":[
        {"@type":"Review","@id":"/r/1","author":{"@type":"Person","name":"A. Reader"},
         "datePublished":"2026-11-20","reviewBody":"Kind nurses.",
         "reviewRating":{"@type":"Rating","ratingValue":5}},
        {"@type":"Review","@id":"/r/2","author":{"@type":"Person","name":"B. Writer"},
         "datePublished":"2026-11-18","reviewBody":"A long wait.",
         "reviewRating":{"@type":"Rating","ratingValue":2}}]}
      """;

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new ReviewPageConnector(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/lakeside"), cursor, null);
  }

  @Override
  protected WebServer.Page healthy() {
    return exchange -> {
      if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        WebServer.send(exchange, 200, "application/ld+json", bytes(HEALTHY));
      }
    };
  }

  @Override
  protected List<String> keys() {
    return List.of(network.url("/r/1").toString(), network.url("/r/2").toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A page of reviews without keys of their own, newest first: {@code author|day|text|stars}. */
  private void shows(String... reviews) {
    List<String> all = new ArrayList<>();
    for (String review : reviews) {
      String[] part = review.split("\\|");
      all.add(
          """
          {"@type":"Review","author":"%s","datePublished":"%s","reviewBody":"%s",
           "reviewRating":{"ratingValue":"%s"}}
          """
              .formatted(part[0], part[1], part[2], part[3]));
    }
    page("", "[" + String.join(",", all) + "]");
  }

  private void page(String head, String json) {
    network.behaves(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
            return;
          }
          WebServer.send(exchange, 200, "text/html; charset=utf-8", bytes(html(head, json)));
        });
  }

  private static String html(String head, String json) {
    return "<html><head>%s<script type=\"application/ld+json\">%s</script></head></html>"
        .formatted(head, json);
  }

  private Heard.Posts heard(@Nullable String cursor) {
    return (Heard.Posts) connector.listen(target(network.url("/"), cursor));
  }

  private static final String ANN = "Ann|2026-11-20|Kind nurses.|5";
  private static final String BEN = "Ben|2026-11-19|A long wait.|2";
  private static final String CAS = "Cas|2026-11-18|Clean rooms.|4";
  private static final String DOT = "Dot|2026-11-17|Cold soup.|3";

  @Test
  void aReviewWithoutKeyKeepsItsOwnWhenItsWordsAreEdited() {
    shows(ANN, BEN, CAS);
    Heard.Posts first = heard(null);
    shows(ANN, "Ben|2026-11-19|A long wait, but they said sorry.|3", CAS);
    Heard.Posts second = heard(first.cursor());

    assertThat(keysOf(second)).isEqualTo(keysOf(first));
    assertThat(second.posts().get(1).text()).isEqualTo("A long wait, but they said sorry.");
    assertThat(second.withdrawn()).isEmpty();

    shows(ANN, "Ben|2026-11-19|They said sorry.|4", CAS);
    assertThat(keysOf(heard(second.cursor()))).isEqualTo(keysOf(first));
  }

  @Test
  void aReviewThatIsGoneFromBetweenItsNeighboursTwiceIsWithdrawn() {
    shows(ANN, BEN, CAS);
    Heard.Posts first = heard(null);
    shows(ANN, CAS);
    Heard.Posts once = heard(first.cursor());
    assertThat(once.withdrawn()).as("it may be a slip of the page").isEmpty();
    Heard.Posts twice = heard(once.cursor());
    assertThat(twice.withdrawn()).containsExactly(keysOf(first).get(1));
    assertThat(heard(twice.cursor()).withdrawn()).isEmpty();
  }

  @Test
  void aReviewThatComesBackAtOnceWasNeverGone() {
    shows(ANN, BEN, CAS);
    Heard.Posts first = heard(null);
    shows(ANN, CAS);
    Heard.Posts once = heard(first.cursor());
    shows(ANN, BEN, CAS);
    Heard.Posts back = heard(once.cursor());
    assertThat(back.withdrawn()).isEmpty();
    assertThat(keysOf(back)).isEqualTo(keysOf(first));
  }

  @Test
  void aReviewThatNewOnesPushedOffThePageIsKept() {
    shows(BEN, CAS, DOT);
    Heard.Posts heard = heard(null);
    shows(ANN, BEN, CAS);
    for (int i = 0; i < 4; i++) {
      heard = heard(heard.cursor());
      assertThat(heard.withdrawn()).isEmpty();
    }
  }

  @Test
  void theLastReviewOfAPageToWhichNothingNewCameIsWithdrawn() {
    shows(ANN, BEN, CAS);
    Heard.Posts first = heard(null);
    shows(ANN, BEN);
    assertThat(heard(heard(first.cursor()).cursor()).withdrawn())
        .containsExactly(keysOf(first).get(2));
  }

  @Test
  void aPageInAnotherOrderWithdrawsNothing() {
    shows(ANN, BEN, CAS, DOT);
    Heard.Posts heard = heard(null);
    shows(DOT, CAS, ANN);
    heard = heard(heard.cursor());
    shows(CAS, DOT, ANN);
    heard = heard(heard.cursor());
    assertThat(heard.withdrawn()).isEmpty();
  }

  @Test
  void aPageThatShowsAChoiceOfItsReviewsNeverWithdraws() {
    shows(ANN, CAS, DOT);
    Heard.Posts heard = heard(null);
    shows(ANN, BEN, DOT);
    for (int i = 0; i < 3; i++) {
      heard = heard(heard.cursor());
      assertThat(heard.withdrawn()).isEmpty();
    }
  }

  @Test
  void aPageThatShowsNoReviewsAnyMoreIsToldAndWithdrawsNothing() {
    shows(ANN, BEN);
    Heard.Posts first = heard(null);
    page("", "{}");
    assertThat(connector.listen(target(network.url("/"), first.cursor())))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.code()).isEqualTo("reviewpage.none"));
  }

  @Test
  void olderPagesAreReadOnceAndOneAtATime() {
    network.behaves(
        exchange -> {
          String path = exchange.getRequestURI().toString();
          if (path.equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
            return;
          }
          String name = path.endsWith("p=2") ? "Second" : "First";
          String head = name.equals("First") ? "<link rel=next href='/lakeside?p=2'>" : "";
          WebServer.send(
              exchange,
              200,
              "text/html",
              bytes(
                  html(
                      head,
                      "{\"@type\":\"Review\",\"author\":\""
                          + name
                          + "\",\"reviewBody\":\"Fine\"}")));
        });
    Heard.Posts first = heard(null);
    assertThat(first.again()).isEqualTo(Duration.ofSeconds(10));
    Heard.Posts second = heard(first.cursor());
    assertThat(second.posts()).extracting(RawPost::author).containsExactly("Second");
    assertThat(second.again()).isNull();
    assertThat(heard(second.cursor()).posts()).extracting(RawPost::author).containsExactly("First");
  }

  /** Pages 1 to {@code last}, each naming the next. */
  private void pages(int last, String robots) {
    network.behaves(
        exchange -> {
          String path = exchange.getRequestURI().toString();
          if (path.equals("/robots.txt")) {
            WebServer.send(exchange, 200, "text/plain", bytes(robots));
            return;
          }
          int page = path.contains("p=") ? Integer.parseInt(path.replaceAll(".*p=", "")) : 1;
          String review =
              "{\"@type\":\"Review\",\"author\":\"A" + page + "\",\"reviewBody\":\"Fine\"}";
          String head = page < last ? "<link rel=next href='/lakeside?p=" + (page + 1) + "'>" : "";
          WebServer.send(exchange, 200, "text/html", bytes(html(head, review)));
        });
  }

  private List<String> leftOut() {
    List<String> left = new ArrayList<>();
    String cursor = null;
    for (int i = 0; i < 30; i++) {
      Heard.Posts heard = heard(cursor);
      cursor = heard.cursor();
      if (heard.remarks() != null) {
        left.clear();
        heard.remarks().forEach(PollingContract::told);
        heard.remarks().forEach(remark -> left.add(remark.code()));
      }
      if (heard.again() == null) {
        return left;
      }
    }
    return left;
  }

  @Test
  void olderPagesThatMayNotBeReadAreSaid() {
    pages(3, "User-agent: *\nDisallow: /lakeside?p=3\n");
    assertThat(leftOut()).containsExactly("reviewpage.older-disallowed");
  }

  @Test
  void moreOlderPagesThanAreReadAreSaid() {
    pages(30, "");
    assertThat(leftOut()).containsExactly("reviewpage.older-more");
    pages(3, "");
    assertThat(leftOut()).isEmpty();
  }

  @Test
  void noPageLeadsOnToAnotherSite() {
    network.behaves(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
            return;
          }
          WebServer.send(
              exchange,
              200,
              "text/html",
              bytes(
                  html(
                      "<link rel=next href='https://elsewhere.example/lakeside?p=2'>",
                      "{\"@type\":\"Review\",\"author\":\"A\",\"reviewBody\":\"Fine\"}")));
        });
    Heard.Posts first = heard(null);
    assertThat(first.again()).isNull();
    assertThat(first.cursor()).doesNotContain("elsewhere");
  }

  @Test
  void anUnchangedPageIsNotReadAgain() {
    network.behaves(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
          } else if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            WebServer.send(exchange, 200, "application/ld+json", bytes(HEALTHY));
          }
        });
    assertThat(connector.listen(target(network.url("/"), heard(null).cursor())))
        .isEqualTo(new Heard.Unchanged());
  }

  private void robots(int status, String text) {
    network.behaves(
        exchange -> {
          boolean rules = exchange.getRequestURI().getPath().equals("/robots.txt");
          WebServer.send(
              exchange,
              rules ? status : 200,
              rules ? "text/plain" : "application/ld+json",
              bytes(rules ? text : HEALTHY));
        });
  }

  @Test
  void aPageThatRobotsTxtKeepsUsFromIsNeverAskedFor() {
    robots(200, "User-agent: *\nDisallow: /lake\n");
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> {
              assertThat(trouble.code()).isEqualTo("reviewpage.robots-disallow");
              told(trouble);
            });
    assertThat(connector.look(network.url("/lakeside"), null)).isInstanceOf(Look.Nothing.class);
    assertThat(network.asked()).containsOnly("GET /robots.txt").hasSize(1);
  }

  @Test
  void aServerThatCannotSayWhatItAllowsIsLeftAlone() {
    robots(503, "");
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.code()).isEqualTo("reviewpage.robots-unreachable"));
    assertThat(network.asked()).doesNotContain("GET /lakeside");
  }

  @Test
  void theDelayThatASiteAsksForHoldsForAllItsPages() {
    robots(200, "User-agent: *\nCrawl-delay: 30\n");
    assertThat(heard(null).posts()).hasSize(2);
    Heard.Posts tooSoon = heard(null);
    assertThat(tooSoon.posts()).isEmpty();
    assertThat(tooSoon.again()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    assertThat(network.asked()).filteredOn("GET /lakeside"::equals).hasSize(1);
  }

  @Test
  void aLookShowsWhatThePageIsAboutAndItsReviews() {
    network.behaves(healthy());
    assertThat(connector.look(network.url("/lakeside"), null))
        .isInstanceOfSatisfying(
            Look.Found.class,
            found -> {
              Look.Candidate candidate = found.candidates().getFirst();
              assertThat(candidate.title()).isEqualTo("Lakeside Clinic");
              assertThat(candidate.format()).isEqualTo("schema.org · ★ 4.1 · 2");
              assertThat(candidate.posts()).extracting(RawPost::rating).containsExactly(5.0, 2.0);
            });
  }

  @Test
  void aDateInTheFutureIsNotBelieved() {
    shows("Ann|2031-01-01|Kind nurses.|5");
    assertThat(heard(null).posts()).extracting(RawPost::publishedAt).containsOnlyNulls();
    shows(ANN);
    assertThat(heard(null).posts())
        .extracting(RawPost::publishedAt)
        .containsExactly(Instant.parse("2026-11-20T00:00:00Z"));
  }

  private static List<String> keysOf(Heard.Posts heard) {
    return heard.posts().stream().map(post -> String.valueOf(post.externalId())).toList();
  }
}
