package org.bedside.listening.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Dates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final URI URL = URI.create("https://forum.example/clinic/feed.xml");

  private static Feed read(byte[] bytes, @Nullable Charset stated) throws FeedUnreadableException {
    return FeedReader.read(bytes, stated, URL, NOW);
  }

  private static List<RawPost> items(String items) throws FeedUnreadableException {
    String xml = "<rss version='2.0'><channel><title>Forum</title>" + items + "</channel></rss>";
    return read(xml.getBytes(UTF_8), null).posts();
  }

  @Test
  void markupBecomesTextThatReadsAsItLooked() throws Exception {
    RawPost post =
        items(
                """
                <item><guid>a</guid><title>Waiting &amp;amp; hoping</title>
                <description><![CDATA[<p>Two <b>hours</b>.</p><p>Then:</p><ul><li>forms<li>more forms</ul>
                <script>alert(1)</script>caf&eacute;<br>open]]></description>
                <pubDate>Sat, 21 Nov 2026 14:15:00 -0600</pubDate>
                <link>../threads/7?a=1&amp;b=2</link></item>
                """)
            .getFirst();

    assertThat(post.externalId()).isEqualTo("a");
    assertThat(post.title()).isEqualTo("Waiting & hoping");
    assertThat(post.text()).isEqualTo("Two hours.\n\nThen:\n\n- forms\n- more forms\n\ncafé\nopen");
    assertThat(post.publishedAt()).isEqualTo("2026-11-21T20:15:00Z");
    assertThat(post.url()).isEqualTo("https://forum.example/threads/7?a=1&b=2");
  }

  @Test
  void anEntryWithoutKeyIsKnownByItsLinkAndWithoutLinkByItsContent() throws Exception {
    List<RawPost> posts =
        items(
            "<item><link>https://forum.example/1</link><title>One</title></item>"
                + "<item><title>Two</title></item><item><title>Two</title></item>");

    assertThat(posts).hasSize(2);
    assertThat(posts.get(0).externalId()).isEqualTo("https://forum.example/1");
    assertThat(posts.get(0).text()).isEqualTo("One");
    assertThat(posts.get(1).externalId()).isNull();
    assertThat(posts.get(1).publishedAt()).isNull();
  }

  @Test
  void aKeyTwiceIsOnePostUnlessTheLinksDiffer() throws Exception {
    List<RawPost> posts =
        items(
            "<item><guid>x</guid><link>https://f.example/1</link><title>New</title></item>"
                + "<item><guid>x</guid><link>https://f.example/1</link><title>Old</title></item>"
                + "<item><guid>x</guid><link>https://f.example/2</link><title>Else</title></item>");

    assertThat(posts).extracting(RawPost::text).containsExactly("New", "Else");
    assertThat(posts).extracting(RawPost::externalId).doesNotHaveDuplicates();
  }

  @Test
  void atomWithForeignPrefixesBaseAndDeletedEntriesIsRead() throws Exception {
    Feed feed =
        read(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://clinic.example/news/"
                xmlns:gone="http://purl.org/atompub/tombstones/1.0" xml:lang="es-mx">
              <a:title type="text">Clínica</a:title>
              <gone:deleted-entry ref="tag:clinic.example,2026:1" when="2026-11-20T00:00:00Z"/>
              <a:entry><a:id>tag:clinic.example,2026:2</a:id><a:title>Hola</a:title>
                <a:link rel="self" href="x"/><a:link href="dos"/>
                <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Buenos <i>días</i></p></div></a:content>
                <a:author><a:name>Vecina</a:name></a:author>
                <a:updated>2026-11-20T10:00:00+01:00</a:updated></a:entry>
            </a:feed>
            """
                .getBytes(UTF_8),
            null);

    assertThat(feed.withdrawn()).containsExactly("tag:clinic.example,2026:1");
    RawPost post = feed.posts().getFirst();
    assertThat(post.text()).isEqualTo("Buenos días");
    assertThat(post.url()).isEqualTo("https://clinic.example/news/dos");
    assertThat(post.author()).isEqualTo("Vecina");
    assertThat(post.lang()).isEqualTo("es-MX");
    assertThat(post.publishedAt()).isEqualTo("2026-11-20T09:00:00Z");
  }

  @Test
  void jsonFeedIsRead() throws Exception {
    Feed feed =
        read(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Board","items":[
              {"id":7,"url":"/7","content_html":"<p>Kind <b>nurses</b></p>","authors":[{"name":"Ana"}]},
              {"id":"8","content_text":"Five < six","date_published":"2026-11-20T10:00:00Z"}]}
            """
                .getBytes(UTF_8),
            null);

    assertThat(feed.posts()).extracting(RawPost::text).containsExactly("Kind nurses", "Five < six");
    assertThat(feed.posts().getFirst().url()).isEqualTo("https://forum.example/7");
    assertThat(feed.posts().getFirst().externalId()).isEqualTo("7");
  }

  @Test
  void theCharsetIsWhatTheBytesAreNotWhatTheyClaim() throws Exception {
    String words = "<item><title>Señora Pérez – más</title></item>";
    String plain = "<rss><channel>" + words + "</channel></rss>";
    String latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + plain.replace('–', '-');

    assertThat(read(("\uFEFF" + plain).getBytes(UTF_8), ISO_8859_1).posts().getFirst().text())
        .isEqualTo("Señora Pérez – más");
    assertThat(read(plain.getBytes(UTF_8), ISO_8859_1).posts().getFirst().text())
        .isEqualTo("Señora Pérez – más");
    assertThat(read(latin.getBytes(ISO_8859_1), UTF_8).posts().getFirst().text())
        .isEqualTo("Señora Pérez - más");
    assertThat(read(("\uFEFF" + plain).getBytes(UTF_16LE), null).posts().getFirst().text())
        .isEqualTo("Señora Pérez – más");
    assertThat(
            read(plain.getBytes(Charset.forName("windows-1252")), UTF_8).posts().getFirst().text())
        .isEqualTo("Señora Pérez – más");
  }

  @Test
  void brokenXmlGivesWhatCanBeRead() throws Exception {
    String broken =
        "\n junk <?xml version='1.0'?><rss><channel><title>A & B</title>"
            + "<item><title>One & two</title><description><p>un<br>closed</description></item>"
            + "<item><title>Three \u0001\u0000</title><description>cut off in the mid";

    assertThat(read(broken.getBytes(UTF_8), null).posts())
        .extracting(RawPost::title)
        .containsExactly("One & two", "Three");
  }

  @Test
  void entitiesNeitherFetchNorMultiplyAnything() throws Exception {
    String bomb =
        """
        <!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
          <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/hostname">
          <!ENTITY % dtd SYSTEM "http://127.0.0.1:1/x.dtd"> %dtd;]>
        <rss><channel><item><title>&c;</title><description>see &file; here</description></item></channel></rss>
        """;

    RawPost post = read(bomb.getBytes(UTF_8), null).posts().getFirst();

    assertThat(post.title()).doesNotContain("haha");
    assertThat(post.text()).isEqualTo("see &file; here");
  }

  @Test
  void hostileShapesCostNoMoreThanTheirSize() throws Exception {
    String deep = "<rss><channel><item><title>" + "<a>".repeat(300_000) + "x";
    StringBuilder names = new StringBuilder("<rss");
    for (int i = 0; i < 20_000; i++) {
      names.append(" xmlns:n").append(i).append("='urn:").append(i).append("'");
    }
    names.append("><channel><item><title>here</title></item>").append("<x/>".repeat(100_000));

    assertThat(read(deep.getBytes(UTF_8), null).posts()).hasSize(1);
    assertThat(read(names.toString().getBytes(UTF_8), null).posts()).hasSize(1);
    assertThat(items("<item><title>&amp;lt;" + "&lt;b&gt;".repeat(200_000) + "</title></item>"))
        .isNotNull();
    assertThat(items("<item><guid>1</guid><title>\uD800 lone</title></item>")).hasSize(1);
  }

  @Test
  void whatIsNoFeedIsSaidToBeNone() {
    assertUnreadable("", "feed.empty");
    assertUnreadable("<!doctype html><html><body>Hello</body></html>", "feed.is-a-page");
    assertUnreadable("just words", "feed.not-a-feed");
    assertUnreadable("<opml version='2.0'><body/></opml>", "feed.not-a-feed");
    assertUnreadable("{\"items\":", "feed.json-broken");
    assertUnreadable("{\"things\":[]}", "feed.not-a-feed");
    assertUnreadable("[".repeat(100_000), "feed.json-broken");
  }

  private static void assertUnreadable(String text, String code) {
    assertThatExceptionOfType(FeedUnreadableException.class)
        .isThrownBy(() -> read(text.getBytes(UTF_8), null))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue, 13 Jul 2010 14:15:00 GMT        | 2010-07-13T14:15:00Z
          Tue, 13 Jul 10 14:15 EST             | 2010-07-13T19:15:00Z
          13 July 2010 14:15:00 +0200          | 2010-07-13T12:15:00Z
          Tue Jul 13 14:15:00 GMT 2010         | 2010-07-13T14:15:00Z
          Tue, 13 Jul 2010 24:00:00 GMT        | 2010-07-14T00:00:00Z
          July 13, 2010 2:15 PM                | 2010-07-13T14:15:00Z
          13-Jul-2010                          | 2010-07-13T00:00:00Z
          2010-07-13T14:15:00.123Z             | 2010-07-13T14:15:00Z
          2010-07-13T14:15-07:00               | 2010-07-13T21:15:00Z
          2010-07-13 14:15:00 +0100            | 2010-07-13T13:15:00Z
          2010-07-13                           | 2010-07-13T00:00:00Z
          2010-07                              | 2010-07-01T00:00:00Z
          20100713T141500Z                     | 2010-07-13T14:15:00Z
          20100713T1415+0200                   | 2010-07-13T12:15:00Z
          2010/7/3                             | 2010-07-03T00:00:00Z
          July 13, 2010 12:05 AM               | 2010-07-13T00:05:00Z
          July 13, 2010 12:05 PM               | 2010-07-13T12:05:00Z
          Mon, 13 Jul 98 14:15:00 PDT          | 1998-07-13T21:15:00Z
          13 Jul 110 14:15 GMT                 | 2010-07-13T14:15:00Z
          Di, 13 Okt 2010 08:00:00 CEST        | 2010-10-13T06:00:00Z
          2010-07-13T23:59:60Z                 | 2010-07-13T23:59:59Z
          """)
  void datesAreReadInTheFormsThatFeedsUse(String written, Instant meant) {
    assertThat(Dates.read(written)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "32 Jul 2010", "2010-13-45", "Jul", "0", "9999999999999"})
  void whatIsNoDateIsNone(String written) {
    assertThat(Dates.read(written)).isEmpty();
  }
}
