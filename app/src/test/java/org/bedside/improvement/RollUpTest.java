package org.bedside.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollUpTest {

  private static Group group(String theme, Counts now, @Nullable Counts before) {
    return new Group(new Topic(theme, null, null), now, before);
  }

  @Test
  void fewerThanFiveAreLeftOutAndTheirSumIsToldOnlyFromFiveOn() {
    Group five = group("five", new Counts(5, 5, 0, 0), null);
    Group four = group("four", new Counts(4, 4, 0, 0), null);
    Group one = group("one", new Counts(1, 0, 1, 0), null);

    assertThat(RollUp.of(List.of(four, five)).groups()).containsExactly(five);
    assertThat(RollUp.of(List.of(four, five)).smaller().isTold()).isFalse();
    assertThat(RollUp.of(List.of(four, five, one)).smaller().isTold()).isTrue();
    assertThat(RollUp.of(List.of(four, five, one)).smaller().mentions()).isEqualTo(5);
  }

  @Test
  void fewerThanFiveInThePeriodBeforeAreNotCompared() {
    assertThat(group("a", new Counts(9, 1, 1, 0), new Counts(4, 4, 0, 0)).before()).isNull();
    assertThat(group("a", new Counts(9, 1, 1, 0), new Counts(5, 4, 0, 0)).before()).isNotNull();
  }

  @Test
  void aGroupStandsWithTheMoreOfItsMentionsAndATieWithTheComplaints() {
    assertThat(group("a", new Counts(9, 3, 4, 5), null).side()).isEqualTo(Group.Side.LOVED);
    assertThat(group("a", new Counts(9, 4, 4, 0), null).side()).isEqualTo(Group.Side.MUST_CHANGE);
    assertThat(group("a", new Counts(9, 0, 0, 1), null).side()).isEqualTo(Group.Side.MUST_CHANGE);
    assertThat(group("a", new Counts(9, 0, 0, 0), null).side()).isEqualTo(Group.Side.NEITHER);
  }

  @Test
  void anEffectIsToldFromFiveMentionsOnEachSideAndElseIsTooEarlyOrTooFew() {
    Effect.Said enough = new Effect.Said(5, 3, 1);
    Effect.Said few = new Effect.Said(4, 4, 0);
    Duration tenDays = Duration.ofDays(10);

    assertThat(Effect.of(enough, enough, tenDays)).isInstanceOf(Effect.Told.class);
    assertThat(Effect.of(enough, few, tenDays)).isEqualTo(new Effect.TooEarly(10, 84));
    assertThat(Effect.of(few, enough, Effect.LONGEST)).isEqualTo(new Effect.TooFew(84));
  }

  @Test
  void noMoreThanTwelveWeeksAreLookedAtOnEitherSide() {
    Instant closed = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(Effect.length(closed, closed.plus(Duration.ofDays(3))))
        .isEqualTo(Duration.ofDays(3));
    assertThat(Effect.length(closed, closed.plus(Duration.ofDays(400)))).isEqualTo(Effect.LONGEST);
  }
}
