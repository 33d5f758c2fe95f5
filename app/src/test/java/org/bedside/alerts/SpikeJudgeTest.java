package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every figure here can be checked with a pencil. */
class SpikeJudgeTest {

  private static final Instant END = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATELY = END.minus(Duration.ofHours(13));
  private static final Instant LONG_AGO = END.minus(Duration.ofDays(63));

  /** An hour that ends so many hours before the end. */
  private static HourCount hour(int before, long total, long negative) {
    return new HourCount(END.minus(Duration.ofHours(before + 1L)), total, negative);
  }

  /** This hour, and twelve equal ones before it. */
  private static List<HourCount> hours(HourCount now, long total, long negative) {
    List<HourCount> counts = new ArrayList<>(List.of(now));
    for (int i = 1; i <= 12; i++) {
      counts.add(hour(i, total, negative));
    }
    return counts;
  }

  private static List<Spike> judged(
      List<HourCount> counts, Instant since, int minimum, AlertKind kind) {
    return SpikeJudge.judge(counts, since, END, minimum).stream()
        .filter(spike -> spike.kind() == kind && spike.window() == Spike.Window.HOUR)
        .toList();
  }

  private static List<Spike> volume(List<HourCount> counts, Instant since, int minimum) {
    return judged(counts, since, minimum, AlertKind.VOLUME_SPIKE);
  }

  @Test
  void anHourIsHeldAgainstTheTwelveBefore() {
    List<Spike> spikes = volume(hours(hour(0, 10, 0), 2, 0), LATELY, 10);

    // mean 2, deviation at least its root: (10 - 2) / 1.4142
    assertThat(spikes).hasSize(1);
    assertThat(spikes.getFirst().parts().getFirst().value()).isCloseTo(5.657, within(0.001));
    assertThat(spikes.getFirst().severity()).isEqualTo(7);
    assertThat(spikes.getFirst().parts())
        .extracting(Part::reason)
        .containsExactly("alerts.why.volume.hour", "alerts.why.season-unknown", "alerts.why.level");
  }

  @Test
  void theTwelfthHourBeforeCountsAndTheThirteenthDoesNot() {
    List<HourCount> counts = hours(hour(0, 30, 0), 2, 0);
    counts.removeLast();
    counts.add(hour(12, 26, 0));
    counts.add(hour(13, 1000, 0));

    // mean (11 * 2 + 26) / 12 = 4, deviation sqrt((11 * 4 + 22 * 22) / 11) = 6.928
    assertThat(volume(counts, END.minus(Duration.ofHours(20)), 10))
        .singleElement()
        .satisfies(
            spike -> assertThat(spike.parts().getFirst().value()).isCloseTo(3.753, within(0.001)));
  }

  @Test
  void theFourteenthDayBeforeCountsAndTheFifteenthDoesNot() {
    List<HourCount> counts = new ArrayList<>(List.of(hour(3, 20, 0)));
    for (int day = 1; day <= 13; day++) {
      counts.add(hour(day * 24, 4, 0));
    }
    counts.add(hour(14 * 24, 18, 0));
    counts.add(hour(15 * 24, 1000, 0));

    // mean (13 * 4 + 18) / 14 = 5, deviation sqrt((13 + 13 * 13) / 13) = 3.742
    assertThat(SpikeJudge.judge(counts, END.minus(Duration.ofDays(20)), END, 10))
        .filteredOn(spike -> spike.window() == Spike.Window.DAY)
        .singleElement()
        .satisfies(
            spike -> assertThat(spike.parts().getFirst().value()).isCloseTo(4.009, within(0.001)));
  }

  @Test
  void twoAndThreeStandardDeviationsAreToldApartInWords() {
    assertThat(volume(hours(hour(0, 8, 0), 4, 0), LATELY, 3))
        .extracting(this::level)
        .containsExactly("2");
    assertThat(volume(hours(hour(0, 10, 0), 4, 0), LATELY, 3))
        .extracting(this::level)
        .containsExactly("3");
  }

  private String level(Spike spike) {
    return spike.parts().getLast().values().getFirst();
  }

  @Test
  void severityGrowsWithEachDoublingOverTheMinimum() {
    assertThat(volume(hours(hour(0, 20, 0), 2, 0), LATELY, 10))
        .extracting(Spike::severity)
        .containsExactly(8);
    assertThat(volume(hours(hour(0, 400, 0), 2, 0), LATELY, 10))
        .extracting(Spike::severity)
        .containsExactly(10);
  }

  @Test
  void twoStandardDeviationsAreASpikeAndLessIsNone() {
    // mean 4, deviation 2
    assertThat(volume(hours(hour(0, 8, 0), 4, 0), LATELY, 3))
        .extracting(Spike::severity)
        .containsExactly(4); // 3, and 8 is more than twice 3
    assertThat(volume(hours(hour(0, 7, 0), 4, 0), LATELY, 3)).isEmpty();
  }

  @Test
  void belowTheMinimumNothingIsASpike() {
    assertThat(volume(hours(hour(0, 9, 0), 0, 0), LATELY, 10)).isEmpty();
    assertThat(volume(hours(hour(0, 10, 0), 0, 0), LATELY, 10)).hasSize(1);
  }

  @Test
  void whatHappensEveryWeekAtThisHourIsNoSpike() {
    List<HourCount> everyWeek = hours(hour(0, 10, 0), 2, 0);
    List<HourCount> twice = hours(hour(0, 20, 0), 2, 0);
    for (int week = 1; week <= 8; week++) {
      everyWeek.add(hour(week * 168, 10, 0));
      twice.add(hour(week * 168, 10, 0));
    }

    assertThat(volume(everyWeek, LONG_AGO, 10)).isEmpty();
    // mean 10, deviation 3.162: (20 - 10) / 3.162 = 3.162, the smaller of the two comparisons
    assertThat(volume(twice, LONG_AGO, 10))
        .extracting(Spike::severity)
        .containsExactly(6); // 5 from three on, 1 for the doubling
  }

  @Test
  void aDayIsHeldAgainstTheFourteenBefore() {
    List<HourCount> counts = new ArrayList<>();
    for (int day = 1; day <= 14; day++) {
      counts.add(hour(day * 24, 4, 0));
    }
    counts.add(hour(3, 12, 0));

    // mean 4, deviation 2: (12 - 4) / 2 = 4
    assertThat(SpikeJudge.judge(counts, END.minus(Duration.ofDays(15)), END, 10))
        .filteredOn(spike -> spike.window() == Spike.Window.DAY)
        .extracting(Spike::severity)
        .containsExactly(6);
  }

  @Test
  void aShareOfNegativePostsIsHeldAgainstTheShareBefore() {
    // 13 of 62 with one of each added: 0.2097; (0.6 - 0.2097) / sqrt(0.2097 * 0.7903 / 10)
    List<Spike> spikes = judged(hours(hour(0, 10, 6), 5, 1), LATELY, 10, AlertKind.SENTIMENT_SPIKE);

    assertThat(spikes).hasSize(1);
    assertThat(spikes.getFirst().parts().getFirst().value()).isCloseTo(3.032, within(0.001));
    assertThat(spikes.getFirst().severity()).isEqualTo(5);
    assertThat(judged(hours(hour(0, 10, 4), 5, 1), LATELY, 10, AlertKind.SENTIMENT_SPIKE))
        .isEmpty();
  }

  @Test
  void twoNegativePostsAreNoSpikeHoweverRareTheyAre() {
    assertThat(judged(hours(hour(0, 10, 2), 5, 0), LATELY, 10, AlertKind.SENTIMENT_SPIKE))
        .isEmpty();
    assertThat(judged(hours(hour(0, 10, 3), 5, 0), LATELY, 10, AlertKind.SENTIMENT_SPIKE))
        .hasSize(1);
  }

  @Test
  void aShareThatIsUsualAtThisHourOfTheWeekIsNoSpike() {
    List<HourCount> everyWeek = hours(hour(0, 10, 6), 5, 1);
    for (int week = 1; week <= 8; week++) {
      everyWeek.add(hour(week * 168, 10, 6));
    }

    assertThat(judged(everyWeek, LONG_AGO, 10, AlertKind.SENTIMENT_SPIKE)).isEmpty();
  }

  @Test
  void aShareIsNotHeldAgainstTooFewPosts() {
    assertThat(judged(hours(hour(0, 10, 10), 1, 0), LATELY, 10, AlertKind.SENTIMENT_SPIKE))
        .isEmpty();
  }

  @Test
  void whoeverBeganToListenThisMorningIsNotToldThatEverythingIsNew() {
    assertThat(SpikeJudge.judge(List.of(hour(0, 100, 50)), END.minus(Duration.ofHours(6)), END, 10))
        .isEmpty();
  }

  @Test
  void driversAreWhatIsThereTwiceAsOftenAsUsual() {
    UUID here = new UUID(0, 1);
    UUID there = new UUID(0, 2);
    List<Facts.Counted> now = new ArrayList<>();
    List<Facts.Counted> before = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      now.add(new Facts.Counted(i, here, there, List.of("Feeling safe")));
    }
    for (int i = 0; i < 48; i++) {
      before.add(new Facts.Counted(100 + i, here, null, List.of("Parking")));
    }

    // the source brought 4 in each of 12 hours: 6 are not twice as many
    assertThat(SpikeDrivers.of(now, before, 12))
        .containsExactly(
            new Driver(Driver.Type.THEME, "Feeling safe", 6, 0),
            new Driver(Driver.Type.PLACE, there.toString(), 6, 0));
  }

  @Test
  void aWordDrivesASpikeWhenSeveralPostsShareItAndFewBeforeDid() {
    List<String> now =
        List.of(
            "The outage again, outage outage, nurse",
            "Outage at the portal, says the nurse",
            "An outage and the portal. Nurse!");
    List<String> before =
        List.of("The portal works, nurse", "The portal is slow, nurse", "Nice portal and nurse");

    assertThat(SpikeDrivers.words(now, before))
        .containsExactly(new Driver(Driver.Type.WORD, "outage", 3, 0));
  }
}
