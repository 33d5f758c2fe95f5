package org.bedside.listening.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SignedWebhookTest extends BedsideTest {

  private static final String POST = "{\"externalId\":\"a\",\"text\":\"Kind nurses\"}";

  @Autowired JdbcClient jdbc;
  private Org clinic;
  private Api api;
  private String path;
  private String secret;

  @BeforeEach
  void aWebhook() {
    clinic = found("Clinic");
    api = api(clinic, Permission.MANAGE_SOURCES, Permission.READ_SOURCES);
    JsonNode made = Api.json(api.post("/api/v1/webhooks", "{\"source\":\"Survey tool\"}"));
    path = made.get("path").asString();
    secret = made.get("secret").asString();
  }

  private HttpResponse<String> deliver(String to, String signature, String body) {
    Api stranger = apiWithoutToken();
    return stranger.send(
        stranger
            .request(to)
            .header("Content-Type", "application/json")
            .header("Bedside-Signature", signature)
            .POST(BodyPublishers.ofString(body)));
  }

  private String signed(String body) {
    return signed(body, secret, Duration.ZERO);
  }

  /** As the guide tells senders to, and not with the code that checks it. */
  private String signed(String body, String under, Duration late) {
    String time = Long.toString(clock.instant().minus(late).getEpochSecond());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(under.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] over = (time + "." + body).getBytes(StandardCharsets.UTF_8);
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(over));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private long posts() {
    return inOrganization(
        clinic, () -> jdbc.sql("select count(*) from post").query(Long.class).single());
  }

  private static String code(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.json(answer).get("code").asString();
  }

  @Test
  void inTheBrowserASecretIsMadeShownOnceAndEnded() {
    Browser browser = signIn(clinic, Role.ADMINISTRATOR);

    String made = browser.submit("/sources/webhooks", "source", "Front desk tablet").body();
    String shown = found(made, "whsec_[\\w-]+");
    String at = found(made, "/hooks/posts/[\\w-]+");
    assertThat(deliver(at, signed(POST, shown, Duration.ZERO), POST).statusCode()).isEqualTo(200);
    assertThat(browser.get("/sources/webhooks").body())
        .contains("Front desk tablet")
        .doesNotContain(shown);
    assertThat(browser.submit("/sources/webhooks", "source", "  ").body())
        .contains("Nothing was made");

    String id = at.substring(at.lastIndexOf('/') + 1);
    assertThat(browser.submit("/sources/webhooks/" + id + "/remove").body())
        .contains("Its posts stay");
    assertThat(deliver(at, signed(POST, shown, Duration.ZERO), POST).statusCode()).isEqualTo(404);
    assertThat(posts()).isEqualTo(1);
    assertThat(signIn(clinic, Role.CLINICIAN).get("/sources/webhooks").statusCode()).isEqualTo(403);
  }

  private static String found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().findFirst().orElseThrow().group();
  }

  @Test
  void aSignedDeliveryIsStoredOnceHoweverOftenItComes() {
    for (String status : new String[] {"stored", "duplicate"}) {
      HttpResponse<String> answer = deliver(path, signed(POST), POST);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(Api.json(answer).get("items").get(0).get("status").asString()).isEqualTo(status);
    }
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void anotherBodyOrSecretOrNoneIsRefused() {
    assertThat(code(deliver(path, signed(POST), POST + " "), 401)).isEqualTo("signature-wrong");
    String guess = signed(POST, "whsec_guess", Duration.ZERO);
    assertThat(code(deliver(path, guess, POST), 401)).isEqualTo("signature-wrong");
    for (String none : new String[] {"x", "t=,v1=", "v1=00", "t=99999999999999999999,v1=00"}) {
      assertThat(code(deliver(path, none, POST), 401)).isEqualTo("signature-missing");
    }
    assertThat(posts()).isZero();
  }

  @Test
  void aDeliveryRecordedAndSentAgainLaterIsRefused() {
    String then = signed(POST);
    clock.advance(Duration.ofMinutes(6));
    assertThat(code(deliver(path, then, POST), 401)).isEqualTo("signature-stale");
    String underANewTime = "t=" + clock.instant().getEpochSecond() + "," + then.split(",", 2)[1];
    assertThat(code(deliver(path, underANewTime, POST), 401)).isEqualTo("signature-wrong");
    String fromTheFuture = signed(POST, secret, Duration.ofMinutes(-6));
    assertThat(code(deliver(path, fromTheFuture, POST), 401)).isEqualTo("signature-stale");
    assertThat(posts()).isZero();
  }

  @Test
  void whileASenderChangesItsSecretEitherSignatureMayBeTheRightOne() {
    String both = signed(POST, "whsec_before", Duration.ZERO) + ", " + signed(POST).split(",")[1];
    assertThat(deliver(path, both, POST).statusCode()).isEqualTo(200);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aNewSecretEndsTheOldOneAndARemovedWebhookTakesNothing() {
    String old = signed(POST);
    JsonNode again = Api.json(api.post("/api/v1/webhooks", "{\"source\":\"survey TOOL\"}"));
    assertThat(again.get("path").asString()).isEqualTo(path);
    assertThat(code(deliver(path, old, POST), 401)).isEqualTo("signature-wrong");

    String id = again.get("id").asString();
    assertThat(api.send(api.request("/api/v1/webhooks/" + id).DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(code(deliver(path, signed(POST), POST), 404)).isEqualTo("webhook-unknown");
    assertThat(code(deliver("/hooks/posts/" + UUID.randomUUID(), old, POST), 404))
        .isEqualTo("webhook-unknown");
    assertThat(
            inOrganization(
                clinic,
                () ->
                    jdbc.sql("select action from audit_entry where action like :webhooks")
                        .param("webhooks", "listening.webhook-%")
                        .query(String.class)
                        .list()))
        .contains("listening.webhook-made", "listening.webhook-removed");
  }

  @Test
  void theSecretIsShownOnceAndLiesSealed() {
    assertThat(api.get("/api/v1/webhooks").body()).contains("Survey tool").doesNotContain(secret);
    byte[] kept =
        inOrganization(
            clinic,
            () -> jdbc.sql("select secret from source_webhook").query(byte[].class).single());
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
  }

  @Test
  void anotherOrganizationNeitherSeesNorEndsIt() {
    Api other = api(found("Other"), Permission.MANAGE_SOURCES, Permission.READ_SOURCES);
    assertThat(other.get("/api/v1/webhooks").body()).doesNotContain("Survey tool");
    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(other.send(other.request("/api/v1/webhooks/" + id).DELETE()).statusCode())
        .isEqualTo(404);
    assertThat(deliver(path, signed(POST), POST).statusCode()).isEqualTo(200);
  }
}
