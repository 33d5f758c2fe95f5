package org.bedside.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.database.CurrentOrganization;
import org.bedside.hooks.Delivery;
import org.bedside.hooks.Hook;
import org.bedside.hooks.HookMessageKept;
import org.bedside.hooks.HookSender;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest extends BedsideTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private Tickets tickets;
  @Autowired private TicketHook hook;
  @Autowired private HookSender sender;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private JsonMapper json;

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private WebServer other;
  private Org org;
  private Browser admin;

  private record Heard(String event, String delivery, String signature, String body) {}

  @BeforeEach
  void somebodyListens() throws IOException {
    other = new WebServer().on("/tickets", this::hear);
    org = found("Larkspur Health");
    admin = signIn(org, Role.ADMINISTRATOR);
  }

  @AfterEach
  void nobodyListens() {
    other.close();
  }

  private void hear(HttpExchange exchange) throws IOException {
    heard.add(
        new Heard(
            String.valueOf(exchange.getRequestHeaders().getFirst("Bedside-Event")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Bedside-Delivery")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Bedside-Signature")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    int status = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 200;
    WebServer.send(exchange, status, "text/plain", new byte[0]);
  }

  private String secret() {
    String page =
        admin
            .submit("/settings/ticket-webhook", "address", other.url("/tickets").toString())
            .body();
    return Pattern.compile("whsec_[A-Za-z0-9_-]{43}")
        .matcher(page)
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  private static Plan plan(UUID owner) {
    return new Plan(
        "Shorter waits", "Secret words from a post", owner, "Kit", LocalDate.of(2027, 1, 31));
  }

  private long open() {
    return inOrganization(
        org, () -> tickets.open(new Topic("", null, null), plan(new UUID(1, 1)), somebody(org)));
  }

  @Test
  void openingHandingOverAndClosingAreToldSignedInOrderAndWithoutAnybodysWords() {
    String secret = secret();
    SignedIn by = somebody(org);
    long id = open();
    inOrganization(org, () -> tickets.begin(id, 1, true, by));
    inOrganization(org, () -> tickets.change(id, 2, plan(new UUID(2, 2)), by));
    inOrganization(org, () -> tickets.close(id, 3, "Words about Mrs. Vale", by));

    await().atMost(PATIENCE).until(() -> heard.size() >= 3);

    assertThat(heard)
        .extracting(Heard::event)
        .containsExactly("ticket.opened", "ticket.handed-over", "ticket.closed");
    for (Heard one : heard) {
      String time = one.signature().replaceAll("^t=(\\d+),.*$", "$1");
      assertThat(one.signature()).isEqualTo("t=" + time + ",v1=" + hmac(time, one.body(), secret));
      assertThat(one.body()).doesNotContain("Secret words", "Vale");
      JsonNode body = json.readTree(one.body());
      assertThat(body.at("/id").asString()).isEqualTo(one.delivery());
      assertThat(body.at("/ticket/id").asLong()).isEqualTo(id);
      assertThat(body.at("/organization").asString()).isEqualTo(org.id().toString());
    }
    assertThat(admin.get("/settings/ticket-webhook").body())
        .contains("Delivered")
        .doesNotContain(secret);
  }

  @Test
  void whatWasNotTakenSaysWhyAndIsTriedLaterBeforeWhatFollowedIt() {
    secret();
    refusals.set(1);
    long id = open();
    await().atMost(PATIENCE).until(() -> latest().error() != null);
    assertThat(heard).hasSize(1);
    assertThat(latest().state()).isEqualTo(Delivery.State.WAITING);
    assertThat(admin.get("/settings/ticket-webhook").body()).contains("answered 503");

    // what is told later waits for it
    inOrganization(org, () -> tickets.change(id, 1, plan(new UUID(2, 2)), somebody(org)));
    CurrentOrganization.run(org.id(), () -> sender.send(hook.find().map(Hook::id).orElseThrow()));
    clock.advance(Duration.ofMinutes(2));
    inOrganization(org, () -> events.publishEvent(new HookMessageKept(org.id())));

    await().atMost(PATIENCE).until(() -> latest().state() == Delivery.State.DONE);
    assertThat(heard)
        .extracting(Heard::event)
        .containsExactly("ticket.opened", "ticket.opened", "ticket.handed-over");
    assertThat(heard.getFirst().delivery()).isEqualTo(heard.get(1).delivery());
  }

  @Test
  void nobodyIsToldWhereNoAddressIsSetAndNothingOfAnotherOrganization() {
    open();
    assertThat(inOrganization(org, () -> hook.latest(9))).isEmpty();
    secret();
    Org elsewhere = found("Foxglove Health");
    inOrganization(
        elsewhere,
        () -> tickets.open(new Topic("", null, null), plan(new UUID(1, 1)), somebody(elsewhere)));

    assertThat(inOrganization(elsewhere, () -> hook.latest(9))).isEmpty();
    assertThat(inOrganization(org, () -> hook.latest(9))).isEmpty();
  }

  @Test
  void anAddressThatLeadsInsideIsRefusedBeforeItIsKept() {
    String page =
        admin.submit("/settings/ticket-webhook", "address", "http://10.0.0.7/tickets").body();

    assertThat(page).contains("leads into a private network", "Nobody is told yet");
    assertThat(admin.submit("/settings/ticket-webhook", "address", "tickets").body())
        .contains("not a web address");
  }

  private Delivery latest() {
    return inOrganization(org, () -> hook.latest(1)).getFirst();
  }

  private static String hmac(String time, String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
