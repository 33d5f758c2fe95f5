package org.bedside.listening.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Network;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

class GrantingTest extends BedsideTest {

  private static final URI HERE = URI.create("https://bedside.example/sources/granted");
  private static final String NOT_OURS = "belongs to no request of yours";
  private static final String TOKENS =
      "{\"access_token\":\"a1\",\"refresh_token\":\"r1\",\"expires_in\":3600}";

  @Autowired private Sources sources;
  @Autowired private Listening listening;
  @Autowired private Outbound outbound;

  private final List<String> forms = new ArrayList<>();
  private final List<String> clients = new ArrayList<>();
  private Network network;
  private Org org;
  private SignedIn who;
  private Granting granting;
  private UUID source;

  @BeforeEach
  void somebodyHasAddedASource() throws IOException {
    network = new Network();
    network.behaves(
        exchange -> {
          forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          clients.add(exchange.getRequestHeaders().getFirst("Authorization"));
          WebServer.send(
              exchange, 200, "application/json", TOKENS.getBytes(StandardCharsets.UTF_8));
        });
    org = found("Juniper Health");
    who = somebody(org, Permission.MANAGE_SOURCES);
    granting =
        new Granting(
            List.of(new Club(network.url("/"))),
            sources,
            listening,
            new Tokens(outbound, clock),
            clock);
    source = add(Map.of("client_id", "our id", "client_secret", "s"));
  }

  @AfterEach
  void end() {
    network.close();
  }

  private UUID add(Map<String, String> credential) {
    return inOrganization(
        org,
        () ->
            listening
                .begin(
                    "Club " + UUID.randomUUID(),
                    network.url("/club"),
                    "granted-club",
                    Source.Takes.ALL,
                    null,
                    Credential.of(credential),
                    who)
                .id());
  }

  private Granting.Away away() {
    Optional<Granting.Start> start =
        inOrganization(org, () -> granting.start("granted-club", source, HERE, who));
    assertThat(start).containsInstanceOf(Granting.Away.class);
    return (Granting.Away) start.orElseThrow();
  }

  private Credential kept() {
    return inOrganization(org, () -> listening.credential(source).orElseThrow());
  }

  @Test
  void aPersonIsSentToTheNetworkAndTheTokensAreKeptWithTheSource() throws Exception {
    Granting.Away away = away();
    Map<String, String> query =
        UriComponentsBuilder.fromUri(away.to()).build().getQueryParams().toSingleValueMap();
    assertThat(away.to().toString()).startsWith(network.url("/authorize?").toString());
    assertThat(query)
        .containsEntry("client_id", "our+id")
        .containsEntry("response_type", "code")
        .containsEntry("scope", "read+write")
        .containsEntry("prompt", "consent")
        .containsEntry("state", away.pending().state())
        .containsEntry("redirect_uri", "https%3A%2F%2Fbedside.example%2Fsources%2Fgranted")
        .containsEntry("code_challenge_method", "S256");
    assertThat(away.to().toString()).doesNotContain(away.pending().verifier());

    assertThat(granting.answers(away.pending(), away.pending().state(), who)).isTrue();
    Granting.End end = inOrganization(org, () -> granting.end(away.pending(), "c0de", "", who));
    assertThat(end).isEqualTo(new Granting.End(source, "oauth.granted", "", true));

    String sent = forms.getFirst();
    assertThat(sent).contains("grant_type=authorization_code", "code=c0de");
    assertThat(sent).contains("code_verifier=" + away.pending().verifier());
    assertThat(clients.getFirst()).isEqualTo(basic("our+id", "s"));
    assertThat(sent).contains("redirect_uri=https%3A%2F%2Fbedside.example%2Fsources%2Fgranted");
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(away.pending().verifier().getBytes(StandardCharsets.US_ASCII));
    assertThat(query)
        .containsEntry(
            "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    assertThat(kept().get(Grant.ACCESS_TOKEN)).isEqualTo("a1");
    assertThat(kept().get(Grant.REFRESH_TOKEN)).isEqualTo("r1");
    assertThat(kept().get(Grant.CLIENT_SECRET)).isEqualTo("s");
  }

  private static String basic(String id, String secret) {
    byte[] both = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Test
  void anAnswerOfAnotherStatePersonOrganizationOrTimeIsNotTaken() {
    Pending pending = away().pending();
    SignedIn another = somebody(org, Permission.MANAGE_SOURCES);
    SignedIn elsewhere =
        new SignedIn(
            who.id(),
            false,
            "Somebody",
            UUID.randomUUID(),
            "Elsewhere",
            who.zone(),
            who.permissions());
    assertThat(granting.answers(pending, "guessed", who)).isFalse();
    assertThat(granting.answers(pending, "", who)).isFalse();
    assertThat(granting.answers(null, pending.state(), who)).isFalse();
    assertThat(granting.answers(pending, pending.state(), another)).isFalse();
    assertThat(granting.answers(pending, pending.state(), elsewhere)).isFalse();
    clock.advance(Duration.ofMinutes(16));
    assertThat(granting.answers(pending, pending.state(), who)).isFalse();
  }

  @Test
  void whoeverDeclinesChangesNothingAndWrongAnswersAreTold() {
    Pending pending = away().pending();
    assertThat(ended(pending, "", "access_denied")).isEqualTo("oauth.denied");
    assertThat(ended(pending, "", "server_error")).isEqualTo("oauth.no-code");
    assertThat(ended(pending, "", "")).isEqualTo("oauth.no-code");
    for (String wrong : List.of("", "[]", "{}", "<html>")) {
      network.answers(200, "application/json", wrong);
      assertThat(ended(pending, "c0de", "")).isEqualTo("oauth.unreadable");
    }
    network.answers(400, "application/json", "{\"error\":\"invalid_grant\"}");
    assertThat(ended(pending, "c0de", "")).isEqualTo("oauth.revoked");
    network.answers(500, "text/html", "");
    assertThat(ended(pending, "c0de", "")).isEqualTo("outbound.status-5xx");
    assertThat(kept().has(Grant.ACCESS_TOKEN)).isFalse();
  }

  private String ended(Pending pending, String code, String error) {
    return inOrganization(org, () -> granting.end(pending, code, error, who)).code();
  }

  @Test
  void onlyASourceOfThatTypeWithAClientIsGrantedAccess() {
    assertThat(inOrganization(org, () -> granting.start("feed", source, HERE, who))).isEmpty();
    Org other = found("Somebody else");
    assertThat(inOrganization(other, () -> granting.start("granted-club", source, HERE, who)))
        .isEmpty();
    UUID bare = add(Map.of("note", "nothing yet"));
    assertThat(inOrganization(org, () -> granting.start("granted-club", bare, HERE, who)))
        .contains(new Granting.NoClient());
  }

  @Test
  void aStrangeReturnLeadsToTheSourcesAndSaysSo() {
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    HttpResponse<String> answer = browser.get("/sources/granted?state=guessed&code=stolen");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(browser.follow(answer).body()).contains(NOT_OURS);
    assertThat(browser.get("/sources/grants/feed/start?source=" + source).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aReturnIsTakenOnceAndOnlyInTheSessionThatLeft() {
    SignedIn manager = somebody(org, Permission.MANAGE_SOURCES);
    UUID reviews =
        inOrganization(
            org,
            () ->
                listening
                    .begin(
                        "Reviews",
                        URI.create("https://mybusiness.googleapis.com/accounts/1/locations/2"),
                        "google",
                        Source.Takes.ALL,
                        null,
                        Credential.of(Map.of("client_id", "our id", "client_secret", "s")),
                        manager)
                    .id());
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    HttpResponse<String> leaving = browser.get("/sources/grants/google/start?source=" + reviews);
    URI to = URI.create(leaving.headers().firstValue("Location").orElseThrow());
    String state =
        String.valueOf(UriComponentsBuilder.fromUri(to).build().getQueryParams().getFirst("state"));
    String back = "/sources/granted?error=access_denied&state=" + state;

    Browser stranger = signIn(org, Role.COMMUNICATIONS);
    assertThat(stranger.follow(stranger.get(back)).body()).contains(NOT_OURS);
    HttpResponse<String> first = browser.get(back);
    assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/" + reviews);
    assertThat(browser.follow(first).body())
        .contains("Access was not granted there")
        .doesNotContain(NOT_OURS);
    assertThat(browser.follow(browser.get(back)).body()).contains(NOT_OURS);
  }

  /** A network at {@code base} that grants access. */
  private record Club(URI base) implements Polling {
    @Override
    public String type() {
      return "granted-club";
    }

    @Override
    public boolean accepts(URI address) {
      return false;
    }

    @Override
    public Optional<Grant> grant() {
      return Optional.of(
          new Grant(
              base.resolve("/authorize"),
              base.resolve("/token"),
              "read write",
              Map.of("prompt", "consent")));
    }

    @Override
    public Look look(URI address, @Nullable Credential credential) {
      return new Look.Nothing("feed.not-a-feed", "");
    }

    @Override
    public Heard listen(Target target) {
      return new Heard.Unchanged();
    }
  }
}
