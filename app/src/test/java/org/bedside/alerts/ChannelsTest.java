package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bedside.Browser;
import org.bedside.database.CurrentOrganization;
import org.bedside.hooks.HookSender;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes out, to a real server that notes it. */
class ChannelsTest extends AlertingTest {

  private static final String SECRET = "a secret of this test";

  @Autowired private Channels channels;
  @Autowired private Dispatch dispatch;
  @Autowired private HookSender sender;
  @Autowired private DigestRounds digests;
  @Autowired private JsonMapper json;

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<UUID> rooms = new ArrayList<>();
  private final AtomicInteger status = new AtomicInteger(200);
  private WebServer room;

  /** A request as it arrived. */
  private record Taken(String body, @Nullable String signature, @Nullable String message) {}

  @BeforeEach
  void aRoomListens() throws IOException {
    room =
        new WebServer()
            .on(
                "/hook",
                exchange -> {
                  taken.add(
                      new Taken(
                          new String(
                              exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                          exchange.getRequestHeaders().getFirst("Bedside-Signature"),
                          exchange.getRequestHeaders().getFirst("Bedside-Message")));
                  WebServer.send(
                      exchange, status.get(), "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
                });
  }

  @AfterEach
  void theRoomCloses() {
    room.close();
  }

  private UUID channel(Org org) {
    return channel(org, Shape.TEXT);
  }

  private UUID channel(Org org, Shape shape) {
    var by = somebody(org);
    URI url = room.url("/hook");
    UUID room = inOrganization(org, () -> channels.add("Duty room", url, SECRET, shape, 1, by));
    rooms.add(room);
    return room;
  }

  private void send(Org org) {
    CurrentOrganization.run(
        org.id(),
        () -> {
          dispatch.run();
          rooms.forEach(sender::send);
        });
  }

  /** A new alert also wakes the one that sends; both together send each message once. */
  private void expect(Org org, int messages) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              send(org);
              return taken.size() >= messages;
            });
    send(org);
    assertThat(taken).hasSize(messages);
  }

  private String text(int message) {
    return json.readTree(taken.get(message).body()).get("text").asString();
  }

  @Test
  void aCrisisGoesOutAtOnceSignedAndWithoutAWordOfThePost() {
    Org org = found("Larkspur Health");
    publicAddress.set("https://bedside.example.org");
    channel(org);

    receive(
        org, RawPost.of("a", SELF_HARM).by("Juniper Vale", "https://reviews.example.org/7", null));
    expect(org, 1);

    Alert alert = only(org, AlertState.OPEN);
    assertThat(text(0))
        .isEqualTo(
            "Somebody may harm themselves (severity %s of 10) https://bedside.example.org/alerts/%s"
                .formatted(alert.severity(), alert.id()));
    assertThat(taken.getFirst().body())
        .doesNotContain("kill", "clinic", "Juniper", "reviews.example.org", "Reviews");
    String signature = Objects.requireNonNull(taken.getFirst().signature());
    String seconds = signature.replaceAll("^t=(\\d+),.*$", "$1");
    assertThat(signature)
        .isEqualTo("t=" + seconds + ",v1=" + hmac(seconds + "." + taken.getFirst().body()));
  }

  /** Workflows of Teams show nothing but cards, whatever they answer. */
  @Test
  void aRoomOfTeamsGetsACardWithALineForEachAlertAndALinkThatOpens() {
    Org org = found("Larkspur Health");
    publicAddress.set("https://bedside.example.org");
    channel(org, Shape.CARD);

    receive(org, "a", SELF_HARM);
    expect(org, 1);

    JsonNode message = json.readTree(taken.getFirst().body());
    assertThat(message.get("type").asString()).isEqualTo("message");
    JsonNode attachment = message.get("attachments").get(0);
    assertThat(attachment.get("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = attachment.get("content");
    assertThat(card.get("type").asString()).isEqualTo("AdaptiveCard");
    assertThat(card.get("version").asString()).isEqualTo("1.4");
    String page = "https://bedside.example.org/alerts/" + only(org, AlertState.OPEN).id();
    assertThat(card.get("body"))
        .singleElement()
        .satisfies(
            block -> {
              assertThat(block.get("type").asString()).isEqualTo("TextBlock");
              assertThat(block.get("wrap").asBoolean()).isTrue();
              assertThat(block.get("text").asString())
                  .contains("harm themselves")
                  .endsWith("[" + page + "](" + page + ")");
            });
    assertThat(taken.getFirst().body()).doesNotContain("kill");
  }

  @Test
  void theKindOfRoomIsChosenAndShown() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    for (String shape : List.of("TEXT", "CARD")) {
      browser.submit(
          "/settings/alerts/channels",
          "name",
          "Room " + shape,
          "address",
          "https://rooms.example.org/" + shape,
          "shape",
          shape,
          "least",
          "8");
    }

    assertThat(inOrganization(org, () -> channels.all()))
        .extracting(Channels.Channel::shape)
        .containsExactly(Shape.CARD, Shape.TEXT);
    assertThat(browser.get("/settings/alerts/channels").body())
        .containsOnlyOnce("class=\"hint\">Microsoft Teams");
  }

  @Test
  void whatComesWithinAMinuteGoesOutTogether() {
    Org org = found("Larkspur Health");
    channel(org);
    receive(org, "a", SELF_HARM);
    expect(org, 1);

    receive(org, "b", "I will end my life, I have the pills here and I want to die.");
    receive(org, "c", SELF_HARM + " It is over.");
    send(org);
    assertThat(taken).hasSize(1);

    clock.advance(Duration.ofSeconds(61));
    expect(org, 2);
    assertThat(text(1).lines()).hasSize(alerts(org, AlertState.OPEN).size() - 1);
  }

  @Test
  void whatSomebodyHasMeanwhileIsToldToNobody() {
    Org org = found("Larkspur Health");
    channel(org);
    receive(org, "a", SELF_HARM);
    expect(org, 1);
    receive(org, "b", SELF_HARM + " It is over.");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    alerts(org, AlertState.OPEN)
        .forEach(one -> browser.post("/alerts/" + one.id() + "/acknowledgement"));

    clock.advance(Duration.ofSeconds(61));

    expect(org, 1);
  }

  @Test
  void aRoomThatDoesNotAnswerIsTriedAgainLaterWithTheSameMessage() {
    Org org = found("Larkspur Health");
    channel(org);
    status.set(503);
    receive(org, "a", SELF_HARM);
    expect(org, 1);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> browser.get("/settings/alerts/channels").body().contains("It answered 503"));

    status.set(200);
    send(org);
    assertThat(taken).as("before its time").hasSize(1);
    clock.advance(Duration.ofSeconds(61));
    expect(org, 2);

    assertThat(taken.get(1).message()).isEqualTo(taken.get(0).message());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !browser.get("/settings/alerts/channels").body().contains("It answered 503"));
    clock.advance(Duration.ofHours(3));
    send(org);
    assertThat(taken).hasSize(2);
  }

  @Test
  void inQuietHoursOnlyACrisisGoesOut() {
    Org org = found("Larkspur Health");
    var by = somebody(org);
    channel(org);
    LocalTime now = LocalTime.ofInstant(clock.instant(), zone(org));
    Tuning quiet =
        new Tuning(
            EnumSet.allOf(AlertKind.class),
            10,
            15,
            14,
            10,
            now.minusHours(1),
            now.plusHours(1),
            6,
            Tuning.Digest.NONE);
    inOrganization(org, () -> tunings.change(quiet, by));
    receive(
        org,
        "a",
        "Rude staff and a dirty room. On Tuesday we waited six hours, nobody came, the food was"
            + " cold, the bill was $900 and the parking cost us $40 more. Avoid this awful place.");
    send(org);
    assertThat(alerts(org, AlertState.OPEN)).isNotEmpty();
    assertThat(taken).isEmpty();

    receive(org, "b", SELF_HARM);
    expect(org, 1);
    assertThat(text(0)).contains("harm themselves").doesNotContain("bad review");

    clock.advance(Duration.ofHours(2));
    expect(org, 2);
    assertThat(text(1)).contains("bad review");
  }

  private static String hmac(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ZoneId zone(Org org) {
    return ZoneId.of(
        across
            .jdbc()
            .sql("select time_zone from organization where organization_id = ?")
            .param(org.id().value())
            .query((row, i) -> row.getString(1))
            .single());
  }

  @Test
  void theAddressAndTheSecretLieSealedAndAreNotShownAgain() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    String page =
        browser
            .submit(
                "/settings/alerts/channels",
                "name",
                "Duty room",
                "address",
                "https://hooks.example.org/services/T0/very-secret",
                "least",
                "8")
            .body();
    assertThat(page).contains("whsec_", "hooks.example.org").doesNotContain("very-secret");

    assertThat(browser.get("/settings/alerts/channels").body())
        .contains("hooks.example.org")
        .doesNotContain("whsec_", "very-secret");
    assertThat(
            across
                .jdbc()
                .sql("select row_to_json(h)::text from hook h where organization_id = ?")
                .param(org.id().value())
                .query((row, i) -> row.getString(1))
                .list())
        .isNotEmpty()
        .noneMatch(row -> row.contains("very-secret") || row.contains("whsec_"));
  }

  @Test
  void theSummaryOfADayGoesOutOnce() {
    Org org = found("Larkspur Health");
    channel(org);
    summaries(org, Tuning.Digest.DAILY);
    Instant noon = noon(org);

    inOrganization(org, () -> digests.write(noon.minus(Duration.ofHours(5))));
    inOrganization(org, () -> digests.write(noon));
    inOrganization(org, () -> digests.write(noon.plus(Duration.ofHours(1))));

    assertThat(bodies(org)).singleElement().asString().contains("none opened");
  }

  @Test
  void theSummaryOfAWeekGoesOutOnMondaysOnly() {
    Org org = found("Larkspur Health");
    channel(org);
    summaries(org, Tuning.Digest.WEEKLY);
    Instant monday =
        noon(org).atZone(zone(org)).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toInstant();

    for (int day = -1; day < 7; day++) {
      Instant at = monday.plus(Duration.ofDays(day));
      inOrganization(org, () -> digests.write(at));
    }

    assertThat(bodies(org)).hasSize(1);
    LocalDate first = LocalDate.ofInstant(monday, zone(org)).minusDays(7);
    String said =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.US).format(first);
    assertThat(bodies(org).getFirst()).contains(said);
  }

  private void summaries(Org org, Tuning.Digest often) {
    var by = somebody(org);
    inOrganization(
        org,
        () ->
            tunings.change(
                new Tuning(EnumSet.allOf(AlertKind.class), 60, 15, 14, 10, null, null, 6, often),
                by));
  }

  private Instant noon(Org org) {
    return clock
        .instant()
        .atZone(zone(org))
        .toLocalDate()
        .atTime(12, 0)
        .atZone(zone(org))
        .toInstant();
  }

  private List<String> bodies(Org org) {
    return across
        .jdbc()
        .sql("select body from hook_message where organization_id = ?")
        .param(org.id().value())
        .query((row, i) -> row.getString(1))
        .list();
  }
}
