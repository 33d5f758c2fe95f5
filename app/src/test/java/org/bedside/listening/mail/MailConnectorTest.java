package org.bedside.listening.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Guarded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real IMAP server. */
class MailConnectorTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private GreenMail server;
  private GreenMailUser user;
  private Guarded guarded;
  private MailConnector connector;

  @BeforeEach
  void start() throws UserException {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
            });
    server.start();
    user = server.setUser("press@clinic.example", "press", "pa55");
    guarded = Guarded.withLoopback();
    connector = new MailConnector(guarded.client(), CLOCK);
  }

  @AfterEach
  void stop() {
    guarded.close();
    server.stop();
  }

  private MailFolder inbox() {
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  private void arrives(byte[] raw) throws Exception {
    Session session = Session.getInstance(new Properties());
    MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
    inbox().store(message);
  }

  private void arrives(String... lines) throws Exception {
    arrives(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private void newsletter(int number) throws Exception {
    arrives(
        "From: Health Weekly <news@weekly.example>",
        "Subject: Issue " + number,
        "Message-ID: <issue-" + number + "@weekly.example>",
        "Date: Sat, 21 Nov 2026 08:00:00 +0000",
        "Content-Type: text/html; charset=utf-8",
        "",
        "<h1>Issue " + number + "</h1><p>Clinics &amp; care.</p>");
  }

  private Target target(@Nullable String cursor, String password) {
    URI url = URI.create("imap://127.0.0.1:" + server.getImap().getPort() + "/INBOX");
    return new Target(url, cursor, Credential.login("press", password));
  }

  private Heard.Posts heard(@Nullable String cursor) {
    Heard heard = connector.listen(target(cursor, "pa55"));
    assertThat(heard).isInstanceOf(Heard.Posts.class);
    return (Heard.Posts) heard;
  }

  private static final String GOOGLE =
      """
      From: Google Alerts <googlealerts-noreply@google.com>
      Subject: =?UTF-8?Q?Google_Alert_=E2=80=93_Lakeside_Clinic?=
      Message-ID: <alert-1@google.example>
      Date: Sun, 22 Nov 2026 06:00:00 +0000
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=b1

      --b1
      Content-Type: text/plain; charset=UTF-8

      Lakeside
      --b1
      Content-Type: text/html; charset=UTF-8

      <table><tr itemscope itemtype="http://schema.org/Article"><td>
      <a itemprop="url" href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://news.example/a%3Fid%3D1%26utm_source%3Dx&amp;ct=ga&amp;usg=AOv">
      <span itemprop="name">New wing at <b>Lakeside</b></span></a>
      <div itemprop="description">The clinic opened a new wing &amp; garden ...</div></td></tr>
      <tr itemscope itemtype="http://schema.org/Article"><td>
      <a itemprop="url" href="https://www.google.com/url?q=https://blog.example/wait&amp;sa=D">
      <span itemprop="name">Six hours of waiting</span></a>
      <div itemprop="description">We waited at Lakeside.</div></td></tr></table>
      <a href="https://www.google.com/alerts/remove?s=1">Unsubscribe</a>
      --b1--
      """;

  @Test
  void anAlertBecomesOnePostForEachPageItFound() throws Exception {
    arrives(GOOGLE.lines().toArray(String[]::new));
    List<RawPost> posts = heard(null).posts();

    assertThat(posts)
        .extracting(RawPost::url)
        .containsExactly("https://news.example/a?id=1", "https://blog.example/wait");
    assertThat(posts)
        .extracting(RawPost::title)
        .containsExactly("New wing at Lakeside", "Six hours of waiting");
    assertThat(posts.getFirst().text()).isEqualTo("The clinic opened a new wing & garden ...");
    assertThat(posts.getFirst().author()).isEqualTo("news.example");
    assertThat(posts.getFirst().publishedAt()).isEqualTo(Instant.parse("2026-11-22T06:00:00Z"));
  }

  @Test
  void alertsOfOtherServicesAreUnpackedByTheirLinks() throws Exception {
    arrives(
        "From: Watcher <alerts@watcher.example>",
        "Subject: 2 new results",
        "Content-Type: text/html",
        "",
        "<div><div><a"
            + " href='https://click.watcher.example/x?url=https%3A%2F%2Fforum.example%2Ft%2F9'>",
        "Lakeside waiting room again</a><p>Three hours, nobody said a word.</p></div>",
        "<div><a href='https://paper.example/n/1'>Lakeside names a new director</a>",
        "<p>Dr Fern takes over.</p></div></div><a href='https://watcher.example/p'>Manage"
            + " settings</a>");
    List<RawPost> posts = heard(null).posts();

    assertThat(posts)
        .extracting(RawPost::url)
        .containsExactly("https://forum.example/t/9", "https://paper.example/n/1");
    assertThat(posts)
        .extracting(RawPost::text)
        .containsExactly("Three hours, nobody said a word.", "Dr Fern takes over.");
  }

  @Test
  void aNewsletterIsOnePostWithItsWords() throws Exception {
    newsletter(7);
    RawPost post = heard(null).posts().getFirst();
    assertThat(post.externalId()).isEqualTo("<issue-7@weekly.example>");
    assertThat(post.title()).isEqualTo("Issue 7");
    assertThat(post.text()).isEqualTo("Issue 7\n\nClinics & care.");
    assertThat(post.author()).isEqualTo("Health Weekly");
  }

  @Test
  void eachMailIsReadOnceAndLeftUnreadAtTheServer() throws Exception {
    newsletter(1);
    Heard.Posts first = heard(null);
    assertThat(connector.listen(target(first.cursor(), "pa55"))).isEqualTo(new Heard.Unchanged());
    newsletter(2);
    assertThat(heard(first.cursor()).posts()).extracting(RawPost::title).containsExactly("Issue 2");
    assertThat(inbox().getMessages())
        .hasSize(2)
        .extracting(message -> message.getFlags().contains(Flags.Flag.SEEN))
        .containsOnly(false);
  }

  @Test
  void manyMailsComeInBatchesAndNoneIsLost() throws Exception {
    for (int i = 0; i < 120; i++) {
      newsletter(i);
    }
    List<String> titles = new ArrayList<>();
    @Nullable String cursor = null;
    for (int i = 0; i < 3; i++) {
      Heard.Posts batch = heard(cursor);
      batch.posts().forEach(post -> titles.add(String.valueOf(post.title())));
      cursor = batch.cursor();
      assertThat(batch.again()).isEqualTo(i < 2 ? Duration.ZERO : null);
    }
    assertThat(titles).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void aServerThatNumberedAnewIsReadAgainUnderTheSameKeys() throws Exception {
    newsletter(1);
    Heard.Posts before = heard(null);
    Heard.Posts after = heard("{\"v\":1,\"validity\":1,\"uid\":9000}");
    assertThat(after.posts()).isEqualTo(before.posts());
    assertThat(heard("garbage").posts()).isEqualTo(before.posts());
  }

  @Test
  void hostileMailsAreReadAsFarAsTheyGoAndHoldUpNobody() throws Exception {
    Charset cyrillic = Charset.forName("KOI8-R");
    arrives("Content-Type: text/plain; charset=koi8-r\r\n\r\nСпасибо врачам".getBytes(cyrillic));
    arrives(
        "Content-Type: text/plain; charset=x-nobody\r\n\r\nCaf\u00e9"
            .getBytes(StandardCharsets.ISO_8859_1));
    arrives(
        "From: \"broken <<@@",
        "Subject: =?utf-8?B?!!!?= \u0000",
        "Date: yesterday",
        "",
        "Words all the same");
    arrives("Content-Type: multipart/mixed", "", "no boundary");
    arrives("Content-Type: text/html", "Content-Transfer-Encoding: base64", "", "@@@@");
    arrives(
        "Subject: Only an attachment",
        "Content-Type: application/pdf; name=a.pdf",
        "Content-Disposition: attachment",
        "",
        "%PDF");
    arrives("Subject: Large", "", "x".repeat(3 * 1024 * 1024));
    arrives(
        ("Subject: Deep\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(40))
            .getBytes(StandardCharsets.US_ASCII));
    newsletter(9);

    List<RawPost> posts = heard(null).posts();
    assertThat(posts)
        .extracting(RawPost::text)
        .contains("Спасибо врачам", "Café", "Words all the same");
    assertThat(posts).extracting(RawPost::text).contains("Only an attachment");
    assertThat(posts.getLast().title()).isEqualTo("Issue 9");
    assertThat(posts).allMatch(post -> post.text().length() <= 200_000);
  }

  private String trouble(Target target) {
    Heard heard = connector.listen(target);
    assertThat(heard).isInstanceOf(Heard.Trouble.class);
    return ((Heard.Trouble) heard).code();
  }

  private static Target at(String url) {
    return new Target(URI.create(url), null, Credential.login("press", "pa55"));
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(trouble(target(null, "guess"))).isEqualTo("mail.login-refused");
    int port = server.getImap().getPort();
    assertThat(trouble(at("imap://127.0.0.1:" + port + "/Nowhere"))).isEqualTo("mail.no-folder");
    assertThat(trouble(new Target(URI.create("imaps://mail.example"), null, null)))
        .isEqualTo("mail.login-missing");
    server.stop();
    assertThat(trouble(at("imap://127.0.0.1:" + port))).isEqualTo("outbound.connection");
  }

  @Test
  void aCertificateThatNobodySignedIsRefused() {
    assertThat(trouble(at("imaps://127.0.0.1:" + server.getImaps().getPort())))
        .isEqualTo("outbound.certificate");
  }

  @Test
  void aPrivateAddressIsNotConnectedTo() {
    try (Guarded strict = new Guarded(List.of(), Map.of(), Duration.ZERO)) {
      connector = new MailConnector(strict.client(), CLOCK);
      assertThat(trouble(target(null, "pa55"))).isEqualTo("outbound.address-private");
    }
  }

  /** A server that sends this and then nothing or everything. */
  private String troubleWith(String greeting, String endlessly) throws IOException {
    try (ServerSocket hostile = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = hostile.accept();
                    OutputStream out = socket.getOutputStream()) {
                  out.write(greeting.getBytes(StandardCharsets.US_ASCII));
                  out.flush();
                  byte[] more = endlessly.repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
                  while (more.length > 0) {
                    out.write(more);
                  }
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  // Hung up on, as it should be.
                }
              });
      connector = new MailConnector(guarded.client(), CLOCK, Duration.ofSeconds(3));
      return trouble(at("imap://127.0.0.1:" + hostile.getLocalPort()));
    }
  }

  @Test
  void serversThatAreNoneAreLeft() throws IOException {
    assertThat(troubleWith("HTTP/1.1 400 Bad Request\r\n\r\n", "")).startsWith("outbound.");
    assertThat(troubleWith("", "")).isEqualTo("outbound.too-slow");
    assertThat(troubleWith("* OK ", "never ending ")).startsWith("outbound.");
  }

  @Test
  void aLookShowsTheNewestAndTheFolder() throws Exception {
    newsletter(1);
    newsletter(2);
    Look look = connector.look(target(null, "").url(), Credential.login("press", "pa55"));
    assertThat(look)
        .isInstanceOfSatisfying(
            Look.Found.class,
            found -> {
              assertThat(found.candidates().getFirst().title()).isEqualTo("INBOX");
              assertThat(found.candidates().getFirst().posts().getFirst().title())
                  .isEqualTo("Issue 2");
            });
  }

  @Test
  void aPasswordIsInNoText() {
    assertThat(
            new Visit(Mailbox.of(URI.create("imaps://m.example")).orElseThrow(), "u", "pa55", NOW))
        .hasToString("Visit[m.example]");
  }
}
