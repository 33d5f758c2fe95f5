package org.bedside.listening.websub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bedside.Api;
import org.bedside.identity.Permission;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AgreeingTest extends WebSubTestBase {

  @Autowired Subscriptions subscriptions;

  private HttpResponse<String> verify(String path, String mode, String topic, String challenge) {
    return hub.verify(path, mode, topic, challenge, "864000");
  }

  @Test
  void onlyWhatWasAskedForIsConfirmedAndOnlyOnce() throws Exception {
    agree();
    String path = hub.path();
    String stranger = path.substring(0, path.length() - 3) + "abc";
    assertThat(verify(stranger, "subscribe", topic(), "c").statusCode()).isEqualTo(404);
    assertThat(verify("/hooks/websub/x", "subscribe", topic(), "c").statusCode()).isEqualTo(404);
    assertThat(verify(path, "subscribe", topic() + "&other", "c").statusCode()).isEqualTo(404);
    assertThat(verify(path, "unsubscribe", topic(), "c").statusCode()).isEqualTo(404);
    assertThat(verify(path, "", topic(), "c").statusCode()).isEqualTo(404);
    assertThat(verify(path, "subscribe", topic(), "").statusCode()).isEqualTo(404);
    assertThat(state().kind()).isEqualTo(PushState.Kind.WAITING);

    assertThat(verify(path, "subscribe", topic(), "<b>c</b>").body()).isEqualTo("<b>c</b>");
    assertThat(state().kind()).isEqualTo(PushState.Kind.PUSHED);
    assertThat(verify(path, "subscribe", topic(), "again").body())
        .as("a hub that did not get our answer")
        .isEqualTo("again");
    clock.advance(Duration.ofMinutes(6));
    HttpResponse<String> late = verify(path, "subscribe", topic(), "late");
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).doesNotContain("late");
  }

  @Test
  void theLeaseIsRenewedBeforeItEndsUnderTheSameAddress() throws Exception {
    subscribe();
    var until = state().until();
    Map<String, String> first = hub.last();
    clock.advance(Duration.ofDays(7));
    agree();
    assertThat(hub.asked).hasSize(1);
    clock.advance(Duration.ofHours(13));
    agree();

    assertThat(hub.asked).hasSize(2);
    assertThat(hub.last()).isEqualTo(first);
    assertThat(hub.deliver(feed(List.of(item("3", "Meanwhile")))).statusCode()).isEqualTo(204);
    assertThat(hub.verify("864000").statusCode()).isEqualTo(200);
    assertThat(state().until()).isAfter(until);
    assertThat(state().kind()).isEqualTo(PushState.Kind.PUSHED);
  }

  @Test
  void ofTwoServersOneAsksAndWhatAKilledOneHadBegunIsDoneAgain() throws Exception {
    subscriber.askDue();
    subscriber.awaitIdle();
    hub.verify("864000");
    clock.advance(Duration.ofDays(8));

    List<Subscriptions.Due> one = ours(subscriptions.claim(URI.create(HERE), 1000));
    List<Subscriptions.Due> other = ours(subscriptions.claim(URI.create(HERE), 1000));
    assertThat(one).hasSize(1);
    assertThat(other).isEmpty();

    clock.advance(Duration.ofMinutes(4));
    agree();
    assertThat(hub.asked).hasSize(2);
    subscriptions.failed(one.getFirst(), "websub.unreachable", "", Duration.ZERO);
    agree();
    assertThat(hub.asked).as("the dead one's word counts no more").hasSize(2);
  }

  private List<Subscriptions.Due> ours(List<Subscriptions.Due> all) {
    return all.stream().filter(due -> due.organization().equals(org.id())).toList();
  }

  @Test
  void programsReadHowItStandsWithTheHub() throws Exception {
    JsonNode before = push();
    assertThat(before.path("hub").asString()).isEqualTo("127.0.0.1");
    assertThat(before.path("state").asString()).isEqualTo("waiting");
    assertThat(before.path("since").isNull()).isTrue();

    subscribe();
    JsonNode after = push();
    assertThat(state().since()).isNotNull();
    assertThat(after.path("state").asString()).isEqualTo("pushed");
    assertThat(after.path("since").asString()).isEqualTo(String.valueOf(state().since()));
    assertThat(after.path("until").asString()).isEqualTo(String.valueOf(state().until()));

    named.clear();
    poll();
    assertThat(push().isNull()).as("it names no hub any more").isTrue();
  }

  private JsonNode push() {
    JsonNode all = Api.json(api(org, Permission.READ_SOURCES).get("/api/v1/sources"));
    assertThat(all.at("/items/0/type").asString()).isEqualTo("feed");
    return all.at("/items/0/push");
  }

  @Test
  void aHubThatDeclinesIsShownWithItsReasonAndLeftInPeaceForAWeek() throws Exception {
    agree();
    assertThat(hub.deny("no <i>business</i> with us").statusCode()).isEqualTo(200);

    assertThat(page())
        .contains("127.0.0.1 declines to push", "Its reason: no &lt;i")
        .doesNotContain("<i>business");
    clock.advance(Duration.ofDays(6));
    agree();
    assertThat(hub.asked).hasSize(1);
    clock.advance(Duration.ofHours(25));
    agree();
    assertThat(hub.asked).hasSize(2);
  }

  @Test
  void aHubThatEndsWhatItHadGrantedIsAskedNoMoreAndTheFeedIsAskedAsUsual() throws Exception {
    subscribe();
    poll();
    assertThat(rest()).isGreaterThan(Duration.ofHours(5));
    assertThat(hub.deny("").statusCode()).isEqualTo(200);

    assertThat(state().kind()).isEqualTo(PushState.Kind.DENIED);
    assertThat(rest()).isLessThan(Duration.ofHours(1));
  }

  @Test
  void theNextHubIsAskedUnderAnotherAddressWhereOneFails() throws Exception {
    try (Hub second = new Hub(apiWithoutToken())) {
      named.add(second.url());
      hub.answers(exchange -> exchange.sendResponseHeaders(500, -1));
      poll();
      agree();

      assertThat(hub.asked).hasSize(1);
      assertThat(second.asked).hasSize(1);
      assertThat(second.path()).isNotEqualTo(hub.path());
      assertThat(second.last().get("hub.secret")).isNotEqualTo(hub.last().get("hub.secret"));
      assertThat(hub.verify("864000").statusCode()).as("the one that failed").isEqualTo(404);
      assertThat(second.verify("864000").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aHubThatIsDownIsNamedAndAskedAgainLaterAndLater() throws Exception {
    hub.answers(exchange -> exchange.sendResponseHeaders(500, -1));
    agree();
    assertThat(page()).contains("127.0.0.1 does not push this feed", "It answered 500.");
    agree();
    assertThat(hub.asked).hasSize(1);
    clock.advance(Duration.ofMinutes(11));
    hub.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7200");
          exchange.sendResponseHeaders(429, -1);
        });
    agree();
    assertThat(hub.asked).hasSize(2);
    assertThat(state().errorDetail()).isEqualTo("429");
    clock.advance(Duration.ofMinutes(110));
    agree();
    assertThat(hub.asked).hasSize(2);
    clock.advance(Duration.ofMinutes(11));
    hub.answers(
        exchange -> WebServer.send(exchange, 200, "text/html", "<p>Sold</p>".getBytes(UTF_8)));
    agree();
    assertThat(hub.asked).hasSize(3);
    assertThat(page()).contains("a web page, as no hub does");
    hub.answers(exchange -> exchange.sendResponseHeaders(202, -1));
    clock.advance(Duration.ofHours(1));
    subscribe();
    assertThat(state().kind()).isEqualTo(PushState.Kind.PUSHED);
    assertThat(texts()).hasSize(2);
  }

  @Test
  void whileTheHubIsDownTheLeaseHoldsAndAfterItTheFeedIsAskedAsUsual() throws Exception {
    subscribe();
    clock.advance(Duration.ofDays(8));
    hub.answers(exchange -> exchange.sendResponseHeaders(503, -1));
    agree();
    assertThat(state().kind()).isEqualTo(PushState.Kind.PUSHED);
    assertThat(hub.deliver(feed(List.of(item("3", "Still here")))).statusCode()).isEqualTo(204);
    clock.advance(Duration.ofDays(1).plusHours(22));
    poll();
    assertThat(rest()).as("no longer than the lease").isLessThanOrEqualTo(Duration.ofHours(2));
    clock.advance(Duration.ofHours(3));
    poll();
    assertThat(state().kind()).isEqualTo(PushState.Kind.FAILED);
    assertThat(page()).contains("It answered 503.");
    assertThat(rest()).isLessThan(Duration.ofHours(1));
  }

  @Test
  void aHubInsideANetworkIsRefusedLikeEverythingElseThere() throws Exception {
    named.clear();
    named.add(URI.create("http://127.0.0.9:1/hub"));
    poll();
    agree();

    assertThat(state().errorCode()).isEqualTo("outbound.address-private");
    assertThat(page()).contains("leads into a private network");
  }

  @Test
  void whileAHubPushesTheFeedIsAskedSeldomAndAHubThatLosesSomethingIsNotReliedUpon()
      throws Exception {
    assertThat(rest()).isLessThan(Duration.ofHours(1));
    subscribe();
    assertThat(rest()).as("what came before the hub confirmed").isLessThanOrEqualTo(Duration.ZERO);
    poll();
    assertThat(rest()).isBetween(Duration.ofMinutes(359), Duration.ofHours(6));
    assertThat(page()).contains("every 6 hours");
    items.addFirst(item("3", "Not pushed"));
    poll();

    assertThat(state().kind()).isEqualTo(PushState.Kind.SILENT);
    assertThat(rest()).isLessThan(Duration.ofHours(1));
    assertThat(page()).contains("something new came that it had not pushed");
    agree();
    assertThat(hub.asked).as("asked once more").hasSize(2);
    hub.deliver(feed());
    poll();
    assertThat(state().kind()).isEqualTo(PushState.Kind.PUSHED);
    assertThat(rest()).isGreaterThan(Duration.ofHours(5));
  }

  @Test
  void aFeedThatMovesToAnotherHubOrDropsItTakesTheOldOneItsPromise() throws Exception {
    subscribe();
    try (Hub second = new Hub(apiWithoutToken())) {
      named.clear();
      named.add(second.url());
      poll();
      agree();
      assertThat(hub.last()).containsEntry("hub.mode", "unsubscribe");
      assertThat(second.last()).containsEntry("hub.mode", "subscribe");
      second.verify("864000");
      named.clear();
      poll();
      agree();
      assertThat(second.last()).containsEntry("hub.mode", "unsubscribe");
      assertThat(inOrganization(org, () -> List.of(pushes.of(source))).getFirst()).isEmpty();
      assertThat(rest()).isLessThan(Duration.ofHours(1));
    }
  }

  @Test
  void withoutAnAddressNoHubIsAskedAndThePageSaysWhatIsMissing() throws Exception {
    publicAddress.reset();
    agree();
    assertThat(hub.asked).isEmpty();
    assertThat(page()).contains("does not know where to", "bedside.public-address");
    assertThat(browser.inLanguage("es").get("/sources/" + source).body())
        .contains("no sabe adónde");
  }

  @Test
  void tokenAndSecretLieSealed() throws Exception {
    subscribe();
    String kept =
        inOrganization(
            org,
            () ->
                jdbc.sql("select b::text from hub_subscription b where source_id = :source")
                    .param("source", source)
                    .query(String.class)
                    .single());
    byte[] sealed =
        inOrganization(
            org,
            () ->
                jdbc.sql("select sealed from hub_subscription where source_id = :source")
                    .param("source", source)
                    .query(byte[].class)
                    .single());
    String token = hub.path().substring("/hooks/websub/".length());
    String secret = hub.last().getOrDefault("hub.secret", "");
    assertThat(kept).doesNotContain(token, secret);
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain(token, secret);
    assertThat(page()).doesNotContain(token, secret);
  }

  @Test
  void anotherOrganizationNeitherSeesNorGetsWhatIsPushed() throws Exception {
    subscribe();
    Org other = found("Other");
    inOrganization(other, () -> assertThat(pushes.of(source)).isEmpty());
    assertThat(
            inOrganization(
                other,
                () -> jdbc.sql("select count(*) from hub_subscription").query(Long.class).single()))
        .isZero();
    hub.deliver(feed(List.of(item("3", "Ours"))));
    assertThat(
            inOrganization(
                other, () -> jdbc.sql("select count(*) from post").query(Long.class).single()))
        .isZero();
    assertThat(texts()).contains("Ours");
  }
}
