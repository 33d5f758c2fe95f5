package org.bedside.channels.connecting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.Browser;
import org.bedside.channels.Network;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.identity.Role;
import org.bedside.outbound.WebServer;
import org.bedside.rounds.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.util.UriComponentsBuilder;

/** A Mastodon account is connected on its server's own page, and everything that goes wrong. */
@ExtendWith(OutputCaptureExtension.class)
class MastodonConnectTest extends ConnectingTestBase {

  @Autowired private Attempts attempts;

  @Autowired
  @Qualifier("sendingRounds")
  private Rounds rounds;

  @BeforeEach
  void aServer() throws IOException {
    on(Network.MASTODON, Manner.MASTODON);
    network.only = "good";
  }

  @Test
  void whoeverAgreesThereHasAnAccountThatWorksHere(CapturedOutput log) {
    URI asking = leaving(browser);
    String state = asked(asking, "state");
    assertThat(across.jdbc().sql("select sealed from channel_attempt").query(byte[].class).list())
        .isNotEmpty()
        .noneMatch(bytes -> new String(bytes, ISO_8859_1).contains("secret-of"));
    assertThat(
            across.jdbc().sql("select word_hash from channel_attempt").query(byte[].class).list())
        .noneMatch(bytes -> new String(bytes, ISO_8859_1).contains(state));

    URI answer = grants.allow(asking);
    assertThat(back(browser, answer)).contains("The valley works: it is @larkspur");

    assertThat(all()).hasSize(1);
    assertThat(all().getFirst().rules().most()).as("asked of the server").isEqualTo(1000);
    assertThat(all().getFirst().keysAt()).isNotNull();
    assertThat(recorded(org)).contains("channels.channel-connected");
    assertThat(grants.tokenForms).hasSize(1);
    assertThat(log.getAll()).doesNotContain(state).doesNotContain("code-2").doesNotContain("good");
  }

  @Test
  void whoeverDeclinesFindsWhatWasEnteredAndNothingElseKept() {
    URI answer = grants.deny(leaving(browser));
    assertThat(back(browser, answer))
        .contains("Access was not allowed")
        .contains("value=\"The valley\"")
        .contains("value=\"" + network.url() + "\"");
    assertThat(all()).isEmpty();
    assertThat(back(browser, answer)).as("good once").contains(NOT_OURS);
    assertThat(grants.tokenForms).isEmpty();
  }

  @Test
  void aStateThatNobodyWasGivenOpensNothing() {
    URI answer = grants.allow(leaving(browser));
    String guessed =
        answer
            .toString()
            .replaceFirst("state=.", answer.toString().contains("state=A") ? "state=B" : "state=A");
    assertThat(back(browser, URI.create(guessed))).contains(NOT_OURS);
    assertThat(browser.open(answer.getRawPath() + "?code=stolen").body()).contains(NOT_OURS);
    assertThat(all()).isEmpty();
    assertThat(grants.tokenForms).isEmpty();
  }

  @Test
  void aStateIsGoodOnce() {
    URI answer = grants.allow(leaving(browser));
    assertThat(back(browser, answer)).contains("The valley works");
    assertThat(back(browser, answer)).contains(NOT_OURS);
    assertThat(all()).hasSize(1);
    assertThat(grants.tokenForms).hasSize(1);
  }

  @Test
  void anAnswerIsTakenOnlyFromThePersonAndTheSessionThatLeft() {
    URI answer = grants.allow(leaving(browser));
    Browser colleague = signIn(org, Role.ADMINISTRATOR);
    assertThat(back(colleague, answer)).contains(NOT_OURS);
    Browser sameElsewhere = signIn(maren);
    assertThat(back(sameElsewhere, answer)).contains(NOT_OURS);
    assertThat(all()).isEmpty();
    assertThat(grants.tokenForms).as("the code was given to nobody").isEmpty();

    assertThat(back(browser, answer)).as("and is still theirs").contains("The valley works");
  }

  @Test
  void ofTheSameSessionAnotherPersonGetsNothing() {
    Wish wish = new Wish(Network.MASTODON, null, "The valley", network.url(), "");
    Attempt attempt = new Attempt(wish, Client.NONE, "v", "https://b.example/", List.of());
    UUID person = UUID.randomUUID();
    Instant now = clock.instant();
    inOrganization(
        org,
        () ->
            attempts.keep(
                attempt, new Ticket("w-" + person, "s", person), now, now.plusSeconds(60)));
    Ticket other = new Ticket("w-" + person, "s", UUID.randomUUID());
    Ticket theirs = new Ticket("w-" + person, "s", person);
    assertThat(inOrganization(org, () -> attempts.take(other, now))).isEmpty();
    Org elsewhere = found("Elsewhere");
    assertThat(inOrganization(elsewhere, () -> attempts.take(theirs, now))).isEmpty();
    assertThat(inOrganization(org, () -> attempts.take(theirs, now))).contains(attempt);
  }

  @Test
  void anAnswerThatIsALongTimeComingIsTooLateAndWhatItWouldHaveGoneOnWithIsForgotten() {
    URI answer = grants.allow(leaving(browser));
    clock.advance(Duration.ofMinutes(15));
    assertThat(back(browser, answer)).contains(NOT_OURS);
    assertThat(all()).isEmpty();
    rounds.wake();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                across
                    .jdbc()
                    .sql("select count(*) from channel_attempt where organization_id = ?")
                    .param(org.id().value())
                    .query(Integer.class)
                    .single(),
            Integer.valueOf(0)::equals);
  }

  /** Else a bad server could have the code that a good network gave, RFC 9700 section 4.4. */
  @Test
  void whatComesBackAtAnotherNetworksAddressIsGivenToNobody() {
    URI answer = grants.allow(leaving(browser));
    URI mixed = URI.create(answer.toString().replace("/connected/mastodon", "/connected/x"));
    assertThat(back(browser, mixed)).contains(NOT_OURS);
    assertThat(grants.tokenForms).isEmpty();
    assertThat(browser.get("/settings/channels/connected/nowhere").statusCode()).isEqualTo(404);
  }

  private static String asked(URI asking, String name) {
    return String.valueOf(
        UriComponentsBuilder.fromUri(asking).build().getQueryParams().getFirst(name));
  }

  private String verifier(int exchange) {
    return grants.tokenForms.get(exchange).getOrDefault("code_verifier", "");
  }

  @Test
  void everyAttemptHasAStateAndAVerifierOfItsOwnThatStaysHereUntilTheCodeIsBack() {
    URI first = leaving(browser);
    URI second = leaving(browser);
    assertThat(asked(second, "state")).isNotEqualTo(asked(first, "state"));
    assertThat(asked(second, "code_challenge")).isNotEqualTo(asked(first, "code_challenge"));
    assertThat(back(browser, grants.allow(first))).contains("The valley works");
    assertThat(back(browser, grants.allow(second))).contains("The valley works");
    assertThat(verifier(0)).hasSize(43).isNotEqualTo(verifier(1));
    assertThat(first.toString()).doesNotContain(verifier(0));
  }

  @Test
  void theVerifierIsTheOneThatTheChallengeWasMadeOf() {
    URI asking = leaving(browser);
    String other = asking.toString().replaceFirst("code_challenge=.", "code_challenge=x");
    if (other.equals(asking.toString())) {
      other = asking.toString().replaceFirst("code_challenge=.", "code_challenge=y");
    }
    assertThat(back(browser, grants.allow(URI.create(other))))
        .contains("did not take its own code");
    assertThat(all()).isEmpty();
    assertThat(Words.challenge(verifier(0))).isEqualTo(asked(asking, "code_challenge"));
  }

  @ParameterizedTest
  @CsvSource({
    "{},can not be read",
    "[1],with the error 200",
    "<html>,with the error 200",
    "'{\"access_token\":\"good\",\"scope\":\"read\"}',write:statuses",
    "'{\"error\":\"invalid_scope\",\"error_description\":\"No such scope\"}',No such scope"
  })
  void anAnswerThatIsNoTokenIsToldAndNothingIsKept(String answer, String words) {
    URI asking = leaving(browser);
    grants.tokenAnswer = answer;
    assertThat(back(browser, grants.allow(asking))).contains(words).contains("Nothing was changed");
    assertThat(all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"404,{}", "200,<html>", "200,{}", "405,''", "500,''"})
  void aServerThatIsNoMastodonIsToldBeforeAnybodyIsSentThere(int status, String body) {
    network.on(
        "/api/v1/apps",
        exchange ->
            WebServer.send(exchange, status, "text/html", body.getBytes(StandardCharsets.UTF_8)));
    String page =
        browser
            .post(
                "/settings/channels/connect",
                "network",
                "MASTODON",
                "name",
                "The valley",
                "server",
                network.url().toString())
            .body();
    assertThat(page)
        .contains("does not answer as a Mastodon server")
        .contains("value=\"The valley\"")
        .contains("Paste keys instead");
    assertThat(
            across
                .jdbc()
                .sql("select count(*) from channel_attempt where organization_id = ?")
                .param(org.id().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anAddressThatMustNotBeAskedIsNot() {
    String page =
        browser
            .post(
                "/settings/channels/connect",
                "network",
                "MASTODON",
                "name",
                "Inside",
                "server",
                "http://10.1.2.3")
            .body();
    assertThat(page).contains("leads into a private network");
  }
}
