package org.bedside.listening.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.listening.Listening;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Network;
import org.bedside.listening.poll.Poller;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Facebook Login from the page of a source to its first comments, against answers in the form that
 * is documented, with invented people.
 */
class MetaGrantTest extends BedsideTest {

  @Autowired private Listening listening;
  @Autowired private Poller poller;

  private final List<String> codes = new ArrayList<>();
  private Network network;
  private Org org;
  private Browser browser;
  private String accounts;
  private long ends;

  @BeforeEach
  void graph() throws IOException {
    network = new Network();
    network.behaves(this::answer);
    org = found("Juniper Health");
    browser = signIn(org, Role.COMMUNICATIONS);
    ends = clock.instant().getEpochSecond() + 5 * 86_400;
    accounts =
        """
        {"data":[{"id":"66","access_token":"another's"},
          {"id":"77","access_token":"of-the-page","instagram_business_account":{"id":"88"}}],
         "paging":{"cursors":{"after":"Z"}}}
        """;
  }

  @AfterEach
  void end() {
    network.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (path.equals("/v23.0/oauth/access_token") && query.contains("fb_exchange_token")) {
      boolean known =
          query.contains("client_id=app")
              && query.contains("client_secret=apps-own")
              && query.contains("fb_exchange_token=short");
      json(exchange, known, "{\"access_token\":\"long\",\"expires_in\":5183944}");
    } else if (path.equals("/v23.0/oauth/access_token")) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      codes.add(form);
      boolean known = form.contains("code=c0de") && form.contains("client_secret=apps-own");
      json(
          exchange,
          known,
          "{\"access_token\":\"short\",\"token_type\":\"bearer\",\"expires_in\":5183}");
    } else if (path.equals("/v23.0/me/accounts")) {
      json(exchange, token.equals("Bearer long"), accounts);
    } else if (path.equals("/v23.0/debug_token")) {
      json(
          exchange,
          token.equals("Bearer app|apps-own") && query.contains("input_token=of-the-page"),
          "{\"data\":{\"is_valid\":true,\"expires_at\":0,\"data_access_expires_at\":"
              + ends
              + "}}");
    } else {
      json(
          exchange,
          token.equals("Bearer of-the-page"),
          path.endsWith("/tagged")
              ? """
              {"data":[{"id":"9_3","message":"Six hours at Juniper","from":{"id":"9","name":"Bo"},
                "created_time":"2026-01-21T08:00:00+0000"}]}
              """
              : "{\"data\":[]}");
    }
  }

  /** Facebook says what is wrong in an object, not as OAuth would. */
  private static void json(HttpExchange exchange, boolean allowed, String body) throws IOException {
    String said =
        allowed
            ? body
            : "{\"error\":{\"code\":101,\"message\":\"no\",\"type\":\"OAuthException\"}}";
    WebServer.send(
        exchange, allowed ? 200 : 400, "application/json", said.getBytes(StandardCharsets.UTF_8));
  }

  private UUID source(String path) {
    return inOrganization(
        org,
        () ->
            listening
                .begin(
                    "Our page " + UUID.randomUUID(),
                    network.url(path),
                    "meta",
                    Source.Takes.ALL,
                    null,
                    Credential.of(
                        Map.of(
                            "client_id", "app", "client_secret", "apps-own", "verify_token", "w")),
                    somebody(org))
                .id());
  }

  private void ask(UUID source) throws InterruptedException {
    inOrganization(org, () -> listening.makeDue(source));
    for (int i = 0; i < 10; i++) {
      poller.askDue();
      poller.awaitIdle();
    }
  }

  private Credential kept(UUID source) {
    return inOrganization(org, () -> listening.credential(source).orElseThrow());
  }

  private SourceHealth health(UUID source) {
    return inOrganization(
        org, () -> Objects.requireNonNull(listening.health().get(source), "no such source"));
  }

  /** Leaves for Facebook and comes back with a code; answers the page that is shown then. */
  private String granted(UUID source) {
    HttpResponse<String> leaving = browser.get("/sources/grants/meta/start?source=" + source);
    URI to = URI.create(leaving.headers().firstValue("Location").orElseThrow());
    Map<String, String> query =
        UriComponentsBuilder.fromUri(to).build().getQueryParams().toSingleValueMap();
    assertThat(to.getPath()).isEqualTo("/v23.0/dialog/oauth");
    assertThat(query).containsEntry("client_id", "app").containsEntry("response_type", "code");
    return browser
        .follow(browser.get("/sources/granted?code=c0de&state=" + query.get("state")))
        .body();
  }

  @Test
  void aPersonGrantsAccessAndThePageIsHeardUntilTheEndThatMetaStates() throws Exception {
    UUID source = source("/v23.0/77");
    ask(source);
    assertThat(browser.get("/sources/" + source).body())
        .contains("Nobody has granted access yet", "/sources/grants/meta/start");

    assertThat(granted(source)).contains("Access is granted");
    assertThat(codes.getLast()).contains("grant_type=authorization_code", "redirect_uri=");
    Credential kept = kept(source);
    assertThat(kept.get(Grant.ACCESS_TOKEN)).isEqualTo("of-the-page");
    assertThat(kept.get("verify_token")).isEqualTo("w");
    assertThat(kept.get("access_expires")).as("the short token's end is not the Page's").isEmpty();
    assertThat(kept.expiresAt()).isEqualTo(Instant.ofEpochSecond(ends));

    ask(source);
    assertThat(health(source).posts()).isEqualTo(1);
    assertThat(browser.get("/sources").body()).contains("The access to this source ends on");
    assertThat(api(org, Permission.READ_SOURCES).get("/api/v1/sources").body())
        .contains("\"accessUntil\":\"" + Instant.ofEpochSecond(ends));
    assertThat(browser.get("/sources/" + source).body())
        .contains("Six hours at Juniper", "The access to this source ends on")
        .doesNotContain("of-the-page", "apps-own");
  }

  @Test
  void anInstagramAccountIsReadWithTheTokenOfItsPage() {
    UUID source = source("/v23.0/88?instagram");
    assertThat(granted(source)).contains("Access is granted");
    assertThat(kept(source).get(Grant.ACCESS_TOKEN)).isEqualTo("of-the-page");
  }

  @Test
  void whoeverDoesNotManageThePageChangesNothing() {
    UUID source = source("/v23.0/79");
    assertThat(granted(source)).contains("does not manage the Page or account 79");
    assertThat(kept(source).has(Grant.ACCESS_TOKEN)).isFalse();
    for (String wrong : List.of("{}", "[]", "", "{\"data\":[{\"id\":\"79\"}]}")) {
      accounts = wrong;
      granted(source);
      assertThat(kept(source).has(Grant.ACCESS_TOKEN)).as(wrong).isFalse();
    }
  }

  @Test
  void thePageIsFoundAmongManyAndFacebookItselfIsWherePeopleSignIn() {
    String all = accounts;
    network.behaves(
        exchange -> {
          String query = String.valueOf(exchange.getRequestURI().getQuery());
          if (exchange.getRequestURI().getPath().endsWith("/accounts")
              && !query.contains("after=")) {
            json(
                exchange,
                true,
                "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"Q\"},\"next\":\"https://x.example\"}}");
          } else {
            accounts = all;
            answer(exchange);
          }
        });
    UUID source = source("/v23.0/77");
    assertThat(granted(source)).contains("Access is granted");
    Account real = Account.of(URI.create("https://graph.facebook.com/v23.0/77")).orElseThrow();
    assertThat(Access.grant(real).authorize())
        .isEqualTo(URI.create("https://www.facebook.com/v23.0/dialog/oauth"));
    assertThat(Access.grant(real).token())
        .isEqualTo(URI.create("https://graph.facebook.com/v23.0/oauth/access_token"));
    assertThat(Access.grant(real).scopes()).contains("pages_read_user_content");
  }

  @Test
  void whatASourceIsAskedWithIsChangedOnItsPageAndSecretsStayUnseen() {
    UUID source = source("/v23.0/77");
    granted(source);
    String page = browser.get("/sources/" + source).body();
    assertThat(page).contains("need[client_secret]", "need[access_token]", "value=\"app\"");

    browser.submit(
        "/sources/" + source + "/access",
        "need[client_id]",
        "app",
        "need[client_secret]",
        "another-own",
        "need[verify_token]",
        "",
        "need[access_token]",
        "");
    Credential kept = kept(source);
    assertThat(kept.get(Grant.CLIENT_SECRET)).isEqualTo("another-own");
    assertThat(kept.get(Grant.ACCESS_TOKEN)).as("left empty").isEqualTo("of-the-page");
    assertThat(kept.has("verify_token")).isFalse();
    assertThat(kept.expiresAt()).isEqualTo(Instant.ofEpochSecond(ends));

    browser.submit("/sources/" + source + "/access", "need[access_token]", "pasted");
    assertThat(kept(source).get(Grant.ACCESS_TOKEN)).isEqualTo("pasted");
    assertThat(kept(source).expiresAt()).as("of another token nothing is known yet").isNull();
  }
}
