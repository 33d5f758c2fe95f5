package org.bedside.listening.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PushOffer;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.Test;

class HubsOfFeedsTest {

  private static final String RSS =
      """
      <rss version='2.0' xmlns:at='http://www.w3.org/2005/Atom'><channel><title>T</title>
      <link>https://forum.example/</link>
      <at:link rel='hub' href='http://one.example/'/><at:link rel='HUB' href='//two.example/h?a=1&amp;b'/>
      <at:link rel='self' href='/own'/><at:link rel='hub' href='mailto:x@y'/>
      <item><guid>1</guid><title>x</title><at:link rel='hub' href='https://evil.example/'/></item>
      </channel></rss>
      """;

  private static final String ATOM =
      """
      <feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><link href='https://forum.example/'/>
      <link rel='hub self' href='https://one.example/both'/>
      <entry><id>1</id><title>x</title></entry></feed>
      """;

  private static final String JSON =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://forum.example/f",
       "hubs":[{"type":"rssCloud","url":"https://cloud.example/"},7,{"type":"WebSub"},
         {"type":"WebSub","url":"https://one.example/"}],
       "items":[{"id":"1","content_text":"x"}]}
      """;

  private static PushOffer offer(String body, String... links) throws Exception {
    try (WebServer server = new WebServer();
        Guarded guarded = Guarded.withLoopback()) {
      server.on(
          "/feed",
          exchange -> {
            for (String link : links) {
              exchange.getResponseHeaders().add("Link", link);
            }
            WebServer.send(exchange, 200, "text/xml", body.getBytes(UTF_8));
          });
      FeedConnector connector = new FeedConnector(guarded.client(), Clock.systemUTC());
      Heard heard = connector.listen(new Target(server.url("/feed"), null, null));
      assertThat(heard).isInstanceOf(Heard.Posts.class);
      PushOffer offer = ((Heard.Posts) heard).offer();
      if (offer == null) {
        throw new AssertionError("no offer");
      }
      return offer;
    }
  }

  private static List<String> hubs(PushOffer offer) {
    return offer.hubs().stream().map(URI::toString).toList();
  }

  @Test
  void rssNamesHubsWithLinksOfAtomWhateverTheirPrefix() throws Exception {
    PushOffer offer = offer(RSS);
    assertThat(hubs(offer)).containsExactly("http://one.example/", "http://two.example/h?a=1&b");
    assertThat(offer.topic().getPath()).isEqualTo("/own");
  }

  @Test
  void atomNamesThemWithItsOwn() throws Exception {
    PushOffer offer = offer(ATOM);
    assertThat(hubs(offer)).containsExactly("https://one.example/both");
    assertThat(offer.topic()).hasToString("https://one.example/both");
  }

  @Test
  void jsonFeedsNameThemInAListOfTheirOwn() throws Exception {
    PushOffer offer = offer(JSON);
    assertThat(hubs(offer)).containsExactly("https://one.example/");
    assertThat(offer.topic()).hasToString("https://forum.example/f");
  }

  @Test
  void whatTheServerSaysGoesBeforeWhatTheFeedSays() throws Exception {
    PushOffer offer =
        offer(
            RSS,
            "<http://a.example/>; title=\"x, <y>; rel=hub\"; rel=\"nothing hub\","
                + " </s?q>; rel=self; rel=hub",
            "<https://b.example/>;REL=hub",
            "<https://c.example/>; rel=hub; anchor=\"#part\"",
            "<broken; rel=hub");
    assertThat(hubs(offer)).containsExactly("https://b.example/", "http://a.example/");
    assertThat(offer.topic().toString()).endsWith("/s?q");
  }

  @Test
  void aFeedWithoutSelfIsKnownByWhereItWasFound() throws Exception {
    PushOffer offer = offer("<rss><channel><item><guid>1</guid><title>x</title></item></channel>");
    assertThat(offer.hubs()).isEmpty();
    assertThat(offer.topic().getPath()).isEqualTo("/feed");
  }
}
