package org.bedside.listening.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveringTest extends WebSubTestBase {

  private byte[] news() {
    return feed(List.of(item("3", "Thank you all")));
  }

  @Test
  void whatIsNewIsHereAtOnceAndNobodyAskedTheFeed() throws Exception {
    agree();
    assertThat(hub.last())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", topic())
        .containsEntry("hub.lease_seconds", "864000");
    assertThat(hub.last().get("hub.callback")).startsWith(HERE + "/hooks/websub/").hasSize(84);
    assertThat(hub.last().get("hub.secret")).hasSizeGreaterThan(40);
    assertThat(page()).contains("has not confirmed yet");
    assertThat(hub.verify("864000").body()).isEqualTo("a b+c/ñ");
    int polls = polls();

    assertThat(hub.deliver(news()).statusCode()).isEqualTo(204);

    assertThat(texts()).containsExactly("Kind nurses", "A long wait", "Thank you all");
    assertThat(polls()).isEqualTo(polls);
    assertThat(page()).contains("Pushed by 127.0.0.1, until", "Last delivery");
    assertThat(browser.inLanguage("es").get("/sources/" + source).body())
        .contains("La envía 127.0.0.1, hasta el");
  }

  @Test
  void theSameEntryPushedAndAskedForIsThereOnce() throws Exception {
    subscribe();
    hub.deliver(news());
    hub.deliver(news());
    items.addFirst(item("3", "Thank you all"));
    poll();

    assertThat(texts()).containsExactly("Kind nurses", "A long wait", "Thank you all");
    assertThat(
            inOrganization(
                org, () -> jdbc.sql("select max(version) from post").query(Integer.class).single()))
        .isEqualTo(1);
    assertThat(state().kind()).isEqualTo(PushState.Kind.PUSHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void eachMethodOfTheRecommendationIsTaken(String method) throws Exception {
    subscribe();
    byte[] body = news();
    String signature = hub.signature(method, body);

    assertThat(hub.deliver(hub.path(), body, "X-Hub-Signature", signature).statusCode())
        .isEqualTo(204);
    assertThat(texts()).hasSize(3);
  }

  @Test
  void whatTheHubDidNotSignIsAcknowledgedAndCountedAndNothingOfItIsTaken() throws Exception {
    subscribe();
    byte[] body = news();
    String right = hub.signature("sha256", body);
    List<String> wrong =
        List.of(
            Hub.signature("sha256", body, "a guess"),
            right.substring(0, right.length() - 2),
            right.replace("sha256", "sha512"),
            "md5=" + right.substring(7),
            "sha256=",
            "sha256=xyz",
            "x");
    for (String signature : wrong) {
      assertThat(hub.deliver(hub.path(), body, "X-Hub-Signature", signature).statusCode())
          .as(signature)
          .isEqualTo(202);
    }
    assertThat(hub.deliver(hub.path(), body, "X-Nothing", "x").statusCode()).isEqualTo(202);
    byte[] other = feed(List.of(item("3", "Something else")));
    assertThat(hub.deliver(hub.path(), other, "X-Hub-Signature", right).statusCode())
        .isEqualTo(202);

    assertThat(texts()).hasSize(2);
    assertThat(page()).contains("9 deliveries, the last on", "not signed with the hub’s secret");
  }

  @Test
  void aPackedBodyIsTakenWhicheverOfItsFormsIsSigned() throws Exception {
    subscribe();
    byte[] packed = gzip(news());
    byte[] another = feed(List.of(item("4", "Parking")));

    hub.deliver(
        hub.path(),
        packed,
        "Content-Encoding",
        "gzip",
        "X-Hub-Signature",
        hub.signature("sha256", packed));
    hub.deliver(
        hub.path(),
        gzip(another),
        "Content-Encoding",
        "gzip",
        "X-Hub-Signature",
        hub.signature("sha256", another));

    assertThat(texts()).containsExactly("Kind nurses", "A long wait", "Thank you all", "Parking");
    byte[] broken = Arrays.copyOf(packed, packed.length / 2);
    assertThat(hub.deliver(hub.path(), broken, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(415);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  @Test
  void ofAFeedThatBreaksOffNothingIsTakenAndTheSourceIsAskedInstead() throws Exception {
    subscribe();
    poll();
    assertThat(rest()).isGreaterThan(Duration.ofHours(5));
    byte[] whole = news();
    byte[] cut = Arrays.copyOf(whole, whole.length - 40);

    assertThat(hub.deliver(cut).statusCode()).isEqualTo(202);

    assertThat(texts()).hasSize(2);
    assertThat(page()).contains("1 delivery, the last on", "breaks off before its end");
    assertThat(rest()).isLessThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void aHostileFeedMakesNothingGrowAndNobodyFetch() throws Exception {
    subscribe();
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a \"ha\">");
    for (char c = 'b'; c <= 'z'; c++) {
      String before = "&" + (char) (c - 1) + ";";
      bomb.append("<!ENTITY ").append(c).append(" \"").append(before.repeat(10)).append("\">");
    }
    bomb.append("<!ENTITY file SYSTEM \"").append(server.url("/secret")).append("\">]>");
    bomb.append(new String(feed(List.of(item("3", "Said &z; &file; &#0;"))), UTF_8));
    int polls = polls();

    assertThat(hub.deliver(bomb.toString().getBytes(UTF_8)).statusCode()).isEqualTo(204);

    assertThat(texts()).hasSize(3).last().asString().startsWith("Said").hasSizeLessThan(50);
    assertThat(polls()).isEqualTo(polls);
  }

  @Test
  void theCharsetIsReadAsOfAFeedThatIsFetched() throws Exception {
    subscribe();
    byte[] latin =
        "<rss version='2.0'><channel><item><guid>3</guid><title>Señora Peña</title></item></channel></rss>"
            .getBytes(StandardCharsets.ISO_8859_1);

    hub.deliver(latin);

    assertThat(texts()).last().isEqualTo("Señora Peña");
  }

  @Test
  void aDeliveryOfAnotherFeedIsNotTakenInForThisOne() throws Exception {
    subscribe();
    byte[] body = news();
    String other = "<" + hub.url() + ">; rel=\"hub\", <https://other.example/feed>; rel=\"self\"";
    String own = "<" + hub.url() + ">; rel=\"hub\", <" + topic() + ">; rel=\"self\"";
    String signature = hub.signature("sha256", body);

    hub.deliver(hub.path(), body, "X-Hub-Signature", signature, "Link", other);
    assertThat(texts()).hasSize(2);
    hub.deliver(hub.path(), body, "X-Hub-Signature", signature, "Link", own);
    assertThat(texts()).hasSize(3);
  }

  @Test
  void aHubDeliversSoOftenAndSoMuchAndNoMore() throws Exception {
    subscribe();
    assertThat(hub.deliver(new byte[10 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
    // More than one minute may pass here; in some minute there are too many.
    HttpResponse<String> answer = hub.deliver(hub.path(), new byte[] {1}, "X-Nothing", "x");
    for (int i = 0; i < 20 * Turnstile.MOST && answer.statusCode() != 429; i++) {
      answer = hub.deliver(hub.path(), new byte[] {1}, "X-Nothing", "x");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    clock.advance(Turnstile.WINDOW);
    assertThat(hub.deliver(news()).statusCode()).isEqualTo(204);
  }

  @Test
  void afterTheSourceIsRemovedTheHubIsToldToStopAndItsDeliveriesAreGone() throws Exception {
    subscribe();
    String path = hub.path();
    String secret = hub.last().getOrDefault("hub.secret", "");
    inOrganization(org, () -> sources.remove(source, somebody(org)));
    byte[] body = news();

    assertThat(
            hub.deliver(path, body, "X-Hub-Signature", Hub.signature("sha256", body, secret))
                .statusCode())
        .isEqualTo(410);
    agree();
    assertThat(hub.last())
        .containsEntry("hub.mode", "unsubscribe")
        .containsEntry("hub.topic", topic())
        .doesNotContainKey("hub.secret");
    assertThat(hub.path()).isEqualTo(path);
    assertThat(hub.verify("0").body()).isEqualTo("a b+c/ñ");
    assertThat(hub.deliver(path, body, "X-Nothing", "x").statusCode()).isEqualTo(410);
    int asked = hub.asked.size();
    clock.advance(Duration.ofDays(2));
    agree();
    assertThat(hub.asked).hasSize(asked);
    clock.advance(Duration.ofDays(29));
    agree();
    assertThat(hub.deliver(path, body, "X-Nothing", "x").statusCode()).isEqualTo(404);
  }

  @Test
  void aPausedSourceIsNotPushedAndAResumedOneIsAgreedUponAnew() throws Exception {
    subscribe();
    String path = hub.path();
    String secret = hub.last().getOrDefault("hub.secret", "");
    inOrganization(org, () -> sources.pause(source, somebody(org)));
    byte[] body = news();
    assertThat(
            hub.deliver(path, body, "X-Hub-Signature", Hub.signature("sha256", body, secret))
                .statusCode())
        .isEqualTo(410);
    assertThat(texts()).hasSize(2);
    agree();
    assertThat(hub.last()).containsEntry("hub.mode", "unsubscribe");

    inOrganization(org, () -> sources.resume(source, somebody(org)));
    agree();
    assertThat(hub.last()).containsEntry("hub.mode", "subscribe");
    assertThat(hub.path()).isNotEqualTo(path);
    assertThat(hub.last().get("hub.secret")).isNotEqualTo(secret);
  }
}
