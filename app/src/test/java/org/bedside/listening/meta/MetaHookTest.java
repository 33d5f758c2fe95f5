package org.bedside.listening.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
import org.bedside.listening.Listening;
import org.bedside.listening.Source;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MetaHookTest extends BedsideTest {

  private static final String SECRET = "app secret";

  @Autowired JdbcClient jdbc;
  @Autowired Listening listening;
  private Org clinic;
  private UUID source;

  @BeforeEach
  void aPage() {
    clinic = found("Clinic");
    Credential credential =
        Credential.of(
            Map.of(
                Grant.ACCESS_TOKEN, "t", Grant.CLIENT_SECRET, SECRET, "verify_token", "our word"));
    Source page =
        inOrganization(
            clinic,
            () ->
                listening.begin(
                    "Our Page",
                    URI.create("https://graph.facebook.com/v23.0/77"),
                    "meta",
                    Source.Takes.ALL,
                    null,
                    credential,
                    somebody(clinic, Permission.MANAGE_SOURCES)));
    source = page.id();
  }

  private HttpResponse<String> deliver(String body, String signature) {
    Api meta = apiWithoutToken();
    return meta.send(
        meta.request("/hooks/meta/" + source)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", signature)
            .POST(BodyPublishers.ofString(body)));
  }

  private void delivered(String changes) {
    String body =
        "{\"object\":\"page\",\"entry\":[{\"id\":\"77\",\"time\":1,\"changes\":["
            + changes
            + "]}]}";
    String signature = MetaHook.signature(body.getBytes(StandardCharsets.UTF_8), SECRET);
    HttpResponse<String> answer = deliver(body, signature);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String comment(String verb, String text) {
    return """
    {"field":"feed","value":{"item":"comment","verb":"%s","comment_id":"1_11","post_id":"77_1",
     "parent_id":"77_1","message":"%s","from":{"id":"5","name":"Ada B."},"created_time":1795305600}}
    """
        .formatted(verb, text);
  }

  private List<String> texts() {
    return inOrganization(
        clinic,
        () -> jdbc.sql("select text from post order by external_id").query(String.class).list());
  }

  @Test
  void whatIsAddedEditedAndRemovedThereIsSoHere() {
    delivered(comment("add", "Kind nurses"));
    assertThat(texts()).containsExactly("Kind nurses");
    delivered(comment("edited", "Kind nurses, long wait"));
    assertThat(texts()).containsExactly("Kind nurses, long wait");
    delivered(comment("remove", ""));
    assertThat(texts()).isEmpty();
  }

  @Test
  void ourOwnRepliesAndOtherAccountsAreLeftOut() {
    delivered(comment("add", "Thank you").replace("\"id\":\"5\"", "\"id\":\"77\""));
    String other =
        "{\"object\":\"page\",\"entry\":[{\"id\":\"78\",\"changes\":["
            + comment("add", "x")
            + "]}]}";
    deliver(other, MetaHook.signature(other.getBytes(StandardCharsets.UTF_8), SECRET));
    assertThat(texts()).isEmpty();
  }

  @Test
  void aDeliveryThatIsNotMetasIsRefused() {
    String body =
        "{\"object\":\"page\",\"entry\":[{\"id\":\"77\",\"changes\":["
            + comment("add", "x")
            + "]}]}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(deliver(body, MetaHook.signature(bytes, "a guess")).statusCode()).isEqualTo(401);
    assertThat(deliver(body + " ", MetaHook.signature(bytes, SECRET)).statusCode()).isEqualTo(401);
    assertThat(deliver(body, "sha256=").statusCode()).isEqualTo(401);
    assertThat(texts()).isEmpty();
  }

  @Test
  void damagedDeliveriesAreAcknowledgedAndBringNothing() {
    for (String body :
        List.of("", "[", "{}", "{\"entry\":7}", "{\"object\":\"page\",\"entry\":[[]]}")) {
      String signature = MetaHook.signature(body.getBytes(StandardCharsets.UTF_8), SECRET);
      assertThat(deliver(body, signature).statusCode()).as(body).isEqualTo(200);
    }
    assertThat(texts()).isEmpty();
  }

  @Test
  void theChallengeIsAnsweredToWhoeverKnowsOurWord() {
    Api meta = apiWithoutToken();
    String path =
        "/hooks/meta/" + source + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    assertThat(meta.get(path + "our%20word").body()).isEqualTo("1158201444");
    assertThat(meta.get(path + "another").statusCode()).isEqualTo(403);
    assertThat(meta.get("/hooks/meta/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }
}
