package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is asked, and when a channel is left in peace. */
class WhomAndWhenTest {

  private static final UUID ADA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CLEO = new UUID(0, 3);

  /** A Monday. */
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static UUID asked(Rota rota, int step, Instant opened) {
    return rota.at(step, opened, ZoneOffset.UTC).orElseThrow();
  }

  @Test
  void oneAfterTheOtherIsAskedTwiceAndThenNobody() {
    Rota rota = new Rota(List.of(ADA, BEN), Rota.Turn.NEVER);

    assertThat(asked(rota, 0, NOW)).isEqualTo(ADA);
    assertThat(asked(rota, 1, NOW)).isEqualTo(BEN);
    assertThat(asked(rota, 2, NOW)).isEqualTo(ADA);
    assertThat(rota.lastStep()).isEqualTo(3);
    assertThat(new Rota(List.of(), Rota.Turn.NEVER).at(0, NOW, ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void whoeverHasLeftIsAskedNoMore() {
    Rota rota = new Rota(List.of(ADA, BEN, CLEO), Rota.Turn.NEVER).among(Set.of(BEN, CLEO));

    assertThat(asked(rota, 0, NOW)).isEqualTo(BEN);
    assertThat(rota.lastStep()).isEqualTo(3);
  }

  @Test
  void aWeekLaterTheNextOneIsFirst() {
    Rota rota = new Rota(List.of(ADA, BEN, CLEO), Rota.Turn.WEEKLY);
    UUID first = asked(rota, 0, NOW);
    UUID second = asked(rota, 1, NOW);

    assertThat(asked(rota, 0, NOW.plus(Duration.ofDays(6)))).isEqualTo(first);
    assertThat(asked(rota, 0, NOW.plus(Duration.ofDays(7)))).isEqualTo(second);
  }

  @Test
  void aDayLaterTheNextOneIsFirstWhereItTurnsDaily() {
    Rota rota = new Rota(List.of(ADA, BEN, CLEO), Rota.Turn.DAILY);

    assertThat(asked(rota, 0, NOW.plus(Duration.ofDays(1)))).isEqualTo(asked(rota, 1, NOW));
    assertThat(asked(rota, 0, NOW.plus(Duration.ofDays(3)))).isEqualTo(asked(rota, 0, NOW));
  }

  @Test
  void theWeekTurnsAtMidnightOfTheOrganization() {
    Rota rota = new Rota(List.of(ADA, BEN), Rota.Turn.WEEKLY);
    Instant mondayInUtc = Instant.parse("2026-03-02T01:00:00Z");

    assertThat(rota.at(0, mondayInUtc, ZoneId.of("America/Chicago")))
        .isNotEqualTo(rota.at(0, mondayInUtc, ZoneOffset.UTC));
  }

  private static Tuning quiet(@Nullable LocalTime from, @Nullable LocalTime until) {
    return new Tuning(
        EnumSet.allOf(AlertKind.class), 60, 15, 14, 10, from, until, 6, Tuning.Digest.NONE);
  }

  @Test
  void quietHoursReachOverMidnight() {
    Tuning night = quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

    assertThat(night.isQuiet(Instant.parse("2026-03-02T22:00:00Z"), ZoneOffset.UTC)).isTrue();
    assertThat(night.isQuiet(Instant.parse("2026-03-02T06:59:59Z"), ZoneOffset.UTC)).isTrue();
    assertThat(night.isQuiet(Instant.parse("2026-03-02T07:00:00Z"), ZoneOffset.UTC)).isFalse();
    assertThat(night.isQuiet(Instant.parse("2026-03-02T21:59:59Z"), ZoneOffset.UTC)).isFalse();
    assertThat(quiet(null, null).isQuiet(NOW, ZoneOffset.UTC)).isFalse();
  }

  @Test
  void quietHoursAreThoseOfTheOrganization() {
    Tuning night = quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

    // noon in London is six in the morning in Chicago
    assertThat(night.isQuiet(NOW, ZoneId.of("America/Chicago"))).isTrue();
  }

  private static Throttle throttle(@Nullable Duration sinceLast, int inAnHour, boolean quiet) {
    Instant last = sinceLast == null ? null : NOW.minus(sinceLast);
    return Throttle.of(new Outbox.Backlog(ADA, null, last, inAnHour), quiet, 6, NOW);
  }

  @Test
  void theFirstGoesOutAtOnceAndTheNextOfTheMinuteGoTogetherButACrisisWaitsTenSecondsAtMost() {
    assertThat(throttle(null, 0, false)).isEqualTo(Throttle.EVERYTHING);
    assertThat(throttle(Duration.ofSeconds(9), 1, false)).isEqualTo(Throttle.NOTHING);
    assertThat(throttle(Duration.ofSeconds(59), 1, false)).isEqualTo(Throttle.CRISES);
    assertThat(throttle(Duration.ofSeconds(60), 1, false)).isEqualTo(Throttle.EVERYTHING);
  }

  @Test
  void onceTheHourIsUsedUpOnlyACrisisGoesOutAndAtMostOnceAMinute() {
    assertThat(throttle(Duration.ofSeconds(59), 6, false)).isEqualTo(Throttle.NOTHING);
    assertThat(throttle(Duration.ofMinutes(5), 6, false)).isEqualTo(Throttle.CRISES);
    assertThat(throttle(Duration.ofMinutes(5), 5, false)).isEqualTo(Throttle.EVERYTHING);
  }

  @Test
  void inQuietHoursACrisisStillGoesOut() {
    assertThat(throttle(null, 0, true)).isEqualTo(Throttle.CRISES);
  }

  @Test
  void aNameMentionsNobodyInAChat() {
    assertThat(AlertText.plain("<!channel> @here *Main* [Campus](http://x)"))
        .doesNotContain("<", ">", "@", "*", "[", "]");
  }
}
