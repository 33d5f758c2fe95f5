package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bedside.BedsideTest;
import org.bedside.identity.Role;
import org.bedside.listening.SourceHealth.Condition;
import org.bedside.listening.poll.Poller;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A source that is quieter than its own rhythm allows is told, with the likely cause. */
class SilenceTest extends BedsideTest {

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  @Autowired private Sources sources;
  @Autowired private Listening listening;
  @Autowired private PostIntake intake;
  @Autowired private Poller poller;

  @Test
  void aSourceIsSilentAfterFourOfItsUsualPausesAndNotBefore() {
    Org org = found("Larkspur Health");
    UUID daily = pushed(org, "Daily", Duration.ofDays(1), 9);
    UUID weekly = pushed(org, "Weekly", Duration.ofDays(7), 9);
    UUID few = pushed(org, "Few", Duration.ofDays(1), 4);

    clock.advance(Duration.ofDays(4).minusHours(1));
    assertThat(condition(org, daily)).isEqualTo(Condition.HEALTHY);

    clock.advance(Duration.ofHours(2));
    assertThat(condition(org, daily)).isEqualTo(Condition.SILENT);
    assertThat(condition(org, weekly)).isEqualTo(Condition.HEALTHY);
    assertThat(condition(org, few))
        .as("no rhythm is known of four posts")
        .isEqualTo(Condition.HEALTHY);
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/sources/" + daily).body())
        .contains("Silent", "every 24 hours", "Ask whoever runs that program");
  }

  @Test
  void aSourceThatWritesByTheHourIsNotSilentWithinADay() {
    Org org = found("Larkspur Health");
    UUID hourly = pushed(org, "Hourly", Duration.ofHours(1), 9);

    clock.advance(Duration.ofHours(23));
    assertThat(condition(org, hourly)).isEqualTo(Condition.HEALTHY);

    clock.advance(Duration.ofHours(2));
    assertThat(condition(org, hourly)).isEqualTo(Condition.SILENT);
  }

  @Test
  void aFeedThatAnswersWithNothingNewIsSilentAndNotBroken() throws Exception {
    Org org = found("Larkspur Health");
    Instant now = clock.instant();
    String items =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    "<item><guid>%d</guid><title>Post %d</title><pubDate>%s</pubDate></item>"
                        .formatted(i, i, RFC_1123.format(now.minus(Duration.ofDays(i)))))
            .reduce("", String::concat);
    try (WebServer server =
        new WebServer()
            .on(
                "/f.xml",
                "text/xml",
                "<rss version='2.0'><channel>" + items + "</channel></rss>")) {
      signIn(org, Role.COMMUNICATIONS)
          .submit(
              "/sources", "feed", server.url("/f.xml").toString(), "name", "Forum", "takes", "ALL");
      UUID source = inOrganization(org, () -> sources.all().getFirst().id());
      for (int i = 0; i < 200 && health(org, source).posts() < 6; i++) {
        poller.askDue();
        poller.awaitIdle();
      }

      clock.advance(Duration.ofDays(5));
      poller.askDue();
      poller.awaitIdle();

      assertThat(health(org, source).failures()).isZero();
      assertThat(condition(org, source)).isEqualTo(Condition.SILENT);
      assertThat(signIn(org, Role.COMMUNICATIONS).get("/sources/" + source).body())
          .contains("gets an answer, but nothing new");
    }
  }

  private UUID pushed(Org org, String name, Duration gap, int posts) {
    return inOrganization(
        org,
        () -> {
          UUID source =
              sources.add(Source.Kind.API, name, null, Source.Takes.ALL, null, somebody(org)).id();
          Instant last = clock.instant();
          intake.receive(
              source,
              IntStream.range(0, posts)
                  .mapToObj(
                      i ->
                          RawPost.of(name + i, name + " " + i)
                              .by("mara", null, last.minus(gap.multipliedBy(i))))
                  .toList());
          return source;
        });
  }

  private Condition condition(Org org, UUID source) {
    return health(org, source).condition();
  }

  private SourceHealth health(Org org, UUID source) {
    return inOrganization(org, () -> Objects.requireNonNull(listening.health().get(source)));
  }
}
