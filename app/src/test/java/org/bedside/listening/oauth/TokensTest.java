package org.bedside.listening.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Network;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final String RENEWED =
      """
      {"access_token":"a2","refresh_token":"r2","token_type":"bearer","expires_in":3600}
      """;

  private final List<String> forms = new ArrayList<>();
  private final List<String> clients = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private Network network;
  private Guarded guarded;
  private Tokens tokens;
  private Grant grant;

  @BeforeEach
  void connect() throws IOException {
    network = new Network();
    guarded = Guarded.withLoopback();
    tokens = new Tokens(guarded.client(), Clock.fixed(NOW, ZoneOffset.UTC));
    grant = new Grant(network.url("/authorize"), network.url("/token"), "read", Map.of());
  }

  @AfterEach
  void disconnect() {
    guarded.close();
    network.close();
  }

  private void answers(int status, String body) {
    network.behaves(
        exchange -> {
          note(exchange);
          WebServer.send(
              exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        });
  }

  private void note(HttpExchange exchange) throws IOException {
    clients.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    types.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
    forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Credential ending(Duration in) {
    return Credential.of(
        Map.of(
            Grant.CLIENT_ID, "id",
            Grant.CLIENT_SECRET, "s&cret",
            Grant.ACCESS_TOKEN, "a1",
            Grant.REFRESH_TOKEN, "r1",
            Tokens.ACCESS_EXPIRES, NOW.plus(in).toString()));
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndTheRotatedOneIsKept() {
    answers(200, RENEWED);
    assertThat(tokens.fresh(ending(Duration.ofHours(1)), grant)).isInstanceOf(Fresh.Usable.class);
    assertThat(forms).isEmpty();
    assertThat(tokens.fresh(ending(Duration.ofMinutes(4)), grant))
        .isInstanceOfSatisfying(
            Fresh.Renewed.class,
            renewed -> {
              assertThat(renewed.credential().get(Grant.ACCESS_TOKEN)).isEqualTo("a2");
              assertThat(renewed.credential().get(Grant.REFRESH_TOKEN)).isEqualTo("r2");
              assertThat(renewed.credential().get(Tokens.ACCESS_EXPIRES))
                  .isEqualTo(NOW.plus(Duration.ofHours(1)).toString());
              assertThat(renewed.credential().get(Grant.CLIENT_SECRET)).isEqualTo("s&cret");
              assertThat(renewed.kept("c").renewed()).isEqualTo(renewed.credential());
              assertThat(renewed.kept("c").cursor()).isEqualTo("c");
              assertThat(renewed.kept("c").again()).isZero();
            });
    assertThat(forms).containsExactly("client_id=id&grant_type=refresh_token&refresh_token=r1");
    assertThat(clients)
        .containsExactly(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("id:s%26cret".getBytes(StandardCharsets.UTF_8)));
    assertThat(types).containsExactly("application/x-www-form-urlencoded");
  }

  @Test
  void theEndOfAnEarlierTokenIsNoEndOfANewOneThatNamesNone() {
    answers(200, "{\"access_token\":\"a2\"}");
    assertThat(tokens.fresh(ending(Duration.ZERO), grant))
        .isInstanceOfSatisfying(
            Fresh.Renewed.class,
            renewed -> assertThat(renewed.credential().has(Tokens.ACCESS_EXPIRES)).isFalse());
  }

  @Test
  void whereNoOtherRefreshTokenComesTheOldOneStays() {
    answers(200, "{\"access_token\":\"a2\",\"expires_in\":3600}");
    assertThat(tokens.fresh(ending(Duration.ZERO), grant))
        .isInstanceOfSatisfying(
            Fresh.Renewed.class,
            renewed -> assertThat(renewed.credential().get(Grant.REFRESH_TOKEN)).isEqualTo("r1"));
  }

  @Test
  void peopleAreToldOfTheEndOnlyWhereItCantBeRenewed() {
    answers(200, RENEWED);
    assertThat(exchanged().expiresAt()).isNull();
    answers(200, "{\"access_token\":\"a\",\"expires_in\":5184000}");
    assertThat(exchanged().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
    answers(
        200,
        RENEWED.replace("\"expires_in\"", "\"refresh_token_expires_in\":604800,\"expires_in\""));
    assertThat(exchanged().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
  }

  private Credential exchanged() {
    Credential client = Credential.of(Map.of(Grant.CLIENT_ID, "id", Grant.CLIENT_SECRET, "s"));
    Fresh fresh =
        tokens.exchange(grant, client, "c0de", "v", URI.create("https://bedside.example/granted"));
    assertThat(fresh).isInstanceOf(Fresh.Renewed.class);
    return ((Fresh.Renewed) fresh).credential();
  }

  @Test
  void aNetworkThatWantsTheSecretInTheFormGetsItThere() {
    network.behaves(
        exchange -> {
          note(exchange);
          boolean inForm = forms.getLast().contains("client_secret=s%26cret");
          String body = inForm ? RENEWED : "{\"error\":\"invalid_client\"}";
          WebServer.send(
              exchange,
              inForm ? 200 : 401,
              "application/json",
              body.getBytes(StandardCharsets.UTF_8));
        });
    assertThat(tokens.fresh(ending(Duration.ZERO), grant)).isInstanceOf(Fresh.Renewed.class);
    assertThat(forms).hasSize(2);
  }

  @Test
  void accessThatWasTakenBackIsToldAndNotTriedInTheForm() {
    answers(400, "{\"error\":\"invalid_grant\"}");
    assertThat(code(tokens.fresh(ending(Duration.ZERO), grant))).isEqualTo("oauth.revoked");
    assertThat(forms).hasSize(1);
    answers(401, "{\"error\":\"invalid_client\"}");
    assertThat(code(tokens.fresh(ending(Duration.ZERO), grant))).isEqualTo("oauth.client-refused");
  }

  @Test
  void aNetworkInTroubleLosesNothingAndATokenThatStillHoldsIsUsed() {
    answers(503, "");
    assertThat(code(tokens.fresh(ending(Duration.ZERO), grant))).isEqualTo("outbound.status-5xx");
    assertThat(tokens.fresh(ending(Duration.ofMinutes(2)), grant)).isInstanceOf(Fresh.Usable.class);
  }

  @Test
  void wrongAnswersAreTold() {
    for (String body :
        List.of("", "[]", "{}", "<html>", "{\"access_token\":7}", "{\"access_token\":\" \"}")) {
      answers(200, body);
      assertThat(code(tokens.fresh(ending(Duration.ZERO), grant)))
          .as(body)
          .isEqualTo("oauth.unreadable");
    }
    assertThat(code(tokens.fresh(null, grant))).isEqualTo("oauth.not-granted");
  }

  @Test
  void theClientsOwnAccessIsFetchedWhenNeededAndItsEndWarnsNobody() {
    answers(200, "{\"access_token\":\"own\",\"expires_in\":86400}");
    Credential client = Credential.of(Map.of(Grant.CLIENT_ID, "id", Grant.CLIENT_SECRET, "s"));
    Fresh first = tokens.own(client, network.url("/token"), "");
    assertThat(first).isInstanceOf(Fresh.Renewed.class);
    Credential renewed = ((Fresh.Renewed) first).credential();
    assertThat(renewed.expiresAt()).isNull();
    assertThat(tokens.own(renewed, network.url("/token"), "")).isInstanceOf(Fresh.Usable.class);
    assertThat(forms).containsExactly("client_id=id&grant_type=client_credentials");
    assertThat(code(tokens.own(null, network.url("/token"), ""))).isEqualTo("oauth.no-client");
  }

  private static String code(Fresh fresh) {
    return fresh instanceof Fresh.Worthless(var trouble) ? trouble.code() : fresh.toString();
  }
}
