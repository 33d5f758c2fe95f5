package org.bedside.listening.reviewpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageReaderTest {

  private static final URI AT = URI.create("https://reviews.example/lakeside");
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  private static ReviewPage html(String html) {
    return PageReader.read(html.getBytes(StandardCharsets.UTF_8), "text/html", null, AT, NOW);
  }

  private static ReviewPage ld(String json) {
    return html("<html><script type='application/ld+json'>" + json + "</script></html>");
  }

  private static List<String> texts(ReviewPage page) {
    return page.reviews().stream().map(Review::text).toList();
  }

  static Stream<Arguments> waysToNestReviews() {
    return Stream.of(
        Arguments.of("{'@type':'Review','reviewBody':'Kind.'}"),
        Arguments.of("[{'@type':['Thing','Review'],'reviewBody':'Kind.'}]"),
        Arguments.of("{'@graph':[{'@type':'https://schema.org/UserReview','reviewBody':'Kind.'}]}"),
        Arguments.of("{'@type':'Physician','review':{'reviewBody':'Kind.'}}"),
        Arguments.of("{'@type':'Product','reviews':[{'@type':'Review','description':'Kind.'}]}"),
        Arguments.of(
            "{'@type':'LocalBusiness','review':{'@list':[{'@type':'schema:Review',"
                + "'schema:reviewBody':{'@value':'Kind.','@language':'en'}}]}}"),
        Arguments.of(
            "{'@graph':[{'@type':'Hospital','review':[{'@id':'#r1'}]},"
                + "{'@id':'#r1','@type':'Review','reviewBody':'Kind.'}]}"),
        Arguments.of("<!-- {'@type':'Review','reviewBody':'Kind.',} -->"),
        Arguments.of("//<![CDATA[\n{'@type':'Review', // ours\n'reviewBody':'Kind.'}\n//]]>"),
        Arguments.of("{'@type':'Review','reviewBody':'Kind.'};"),
        Arguments.of("{'@type':'Review','reviewBody':'Kind.'} {'@type':'WebSite'}"),
        Arguments.of("{'@type':'Review','reviewBody':'Kind.'} {'@type':'Rev"),
        Arguments.of(
            "{&quot;@type&quot;:&quot;Review&quot;,&quot;reviewBody&quot;:&quot;Kind.&quot;}"));
  }

  @ParameterizedTest
  @MethodSource("waysToNestReviews")
  void jsonLdIsReadHoweverItIsNestedOrBroken(String json) {
    assertThat(texts(ld(json.replace('\'', '"')))).containsExactly("Kind.");
  }

  @Test
  void aLineBreakInsideAJsonTextIsNoObstacle() {
    assertThat(texts(ld("{\"@type\":\"Review\",\"reviewBody\":\"Kind\nnurses\"}")))
        .containsExactly("Kind\nnurses");
  }

  @Test
  void microdataIsReadWithItsReferences() {
    ReviewPage page =
        html(
            """
            <div itemscope itemtype="http://schema.org/Hospital"><h1 itemprop="name">Lakeside</h1>
             <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating">
              <span itemprop="ratingValue">8.2</span>/<span itemprop="bestRating">10</span>
              of <span itemprop="reviewCount">1,204</span></div>
             <div itemprop="review" itemscope itemtype="http://schema.org/Review" itemref="d">
              <a itemprop="author" href="/u/7">Ann</a>
              <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
               <meta itemprop="ratingValue" content="9"><meta itemprop="bestRating" content="10">
               <meta itemprop="worstRating" content="0"></div>
              <div itemprop="reviewBody"><p>Kind nurses.</p><p>Clean &amp; quiet.</p></div></div>
             <p id="d"><time itemprop="datePublished" datetime="2026-11-20">two days ago</time></p>
            </div>
            """);
    Review review = page.reviews().getFirst();
    assertThat(page.name()).isEqualTo("Lakeside");
    assertThat(page.average()).isEqualTo(new ReviewPage.Average(4.2, 1204));
    assertThat(review.text()).isEqualTo("Kind nurses.\n\nClean & quiet.");
    assertThat(review.author()).isEqualTo("Ann");
    assertThat(review.stars()).isEqualTo(4.5);
    assertThat(review.published()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
  }

  @Test
  void rdfaIsReadWithPropertyAndWithRel() {
    ReviewPage page =
        html(
            """
            <div vocab="https://schema.org/" typeof="Physician"><span property="name">Dr Fern</span>
             <div property="review" typeof="Review"><span property="author">Ann</span>
              <meta property="datePublished" content="2026-11-20">
              <span property="reviewRating" typeof="Rating"><b property="ratingValue">4</b></span>
              <p property="reviewBody">Listens well.</p></div>
             <div rel="schema:review"><div typeof="schema:Review">
              <p property="schema:reviewBody">Explains well.</p></div></div></div>
            """);
    assertThat(texts(page)).containsExactly("Listens well.", "Explains well.");
    assertThat(page.reviews().getFirst().stars()).isEqualTo(4.0);
    assertThat(page.reviews().getFirst().author()).isEqualTo("Ann");
  }

  @Test
  void theSameReviewsInTwoSyntaxesAreReadOnce() {
    assertThat(
            texts(
                html(
                    """
                    <script type="application/ld+json">{"@type":"Review","reviewBody":"Kind."}</script>
                    <div itemscope itemtype="https://schema.org/Review">
                     <p itemprop="reviewBody">Kind. Read more…</p></div>
                    """)))
        .containsExactly("Kind.");
  }

  @Test
  void anIdThatAllReviewsShareIsNobodysKey() {
    ReviewPage page =
        ld(
            """
            [{"@id":"#review","@type":"Review","author":"Ann","reviewBody":"Kind."},
             {"@id":"#review","@type":"Review","author":"Ben","reviewBody":"Slow."}]
            """);
    assertThat(page.reviews()).extracting(Review::id).containsOnlyNulls();
    assertThat(page.reviews()).extracting(Review::key).doesNotHaveDuplicates().hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = ';',
      value = {
        "5;'';'';5",
        "1;'';'';1",
        "4,5;'';'';4.5",
        "4.5/5;'';'';4.5",
        "8/10;'';'';4.11",
        "80%;'';'';4.0",
        "10;10;1;5",
        "1;10;1;1",
        "0;10;0;0",
        "7;10;0;3.5",
        "50;100;0;2.5",
        "8.5;'';'';4.33",
        "85;'';'';4.25",
        "0;'';'';0",
        "5 stars;'';'';5",
        "9;5;1;5",
        "99;5;1;-",
        "great;'';'';-",
        "3;0;0;-",
        "-1;1;-1;0"
      })
  void starsAreOnOneScale(
      String value, String best, String worst, @org.jspecify.annotations.Nullable Double stars) {
    assertThat(Stars.of(value, best, worst).orElse(null)).isEqualTo(stars);
  }

  @Test
  void hostilePagesCostLittleAndNeverThrow() {
    String deep = "<div itemscope itemprop=review><p itemprop=reviewBody>".repeat(20_000);
    String nested = "{\"review\":".repeat(20_000);
    String loop =
        "<div itemscope itemtype=x/Review id=a itemref=b><div id=b itemref=a"
            + " itemscope></div></div>";
    String circle =
        "[{\"@id\":\"a\",\"author\":{\"@id\":\"a\"},\"@type\":\"Review\",\"name\":\"\\ud800\\u0000\"}]";
    for (String html : List.of(deep, loop, "<div typeof=Review>".repeat(20_000), "\u0000\ud83d")) {
      assertThat(html(html)).isNotNull();
    }
    assertThat(ld(nested)).isNotNull();
    assertThat(ld(circle).reviews()).hasSize(1);
    assertThat(ld("[".repeat(100_000)).reviews()).isEmpty();
    assertThat(Jsoup.parse(deep)).isNotNull();
  }

  @Test
  void aPageInAnotherCharsetIsReadAsItSays() {
    Charset greek = Charset.forName("ISO-8859-7");
    byte[] page =
        "<meta charset=iso-8859-7><div itemscope itemtype=x/Review><p itemprop=reviewBody>Καλά"
            .getBytes(greek);
    assertThat(texts(PageReader.read(page, "text/html", null, AT, NOW))).containsExactly("Καλά");
  }
}
