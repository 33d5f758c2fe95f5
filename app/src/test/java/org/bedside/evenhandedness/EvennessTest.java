package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bedside.evenhandedness.Evenness.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvennessTest {

  @Test
  void lowStarsThatAreActedOnFarMoreOftenAreNamed() {
    Evenness uneven = Evenness.overall(List.of(stars(1, 20, 6), stars(2, 20, 4), stars(5, 60, 0)));

    assertThat(uneven.finding()).isEqualTo(Finding.LOW_MORE);
    assertThat(uneven.p()).isLessThan(0.001);
    assertThat(uneven.low()).isEqualTo(new Proportion(10, 40));
    assertThat(uneven.high()).isEqualTo(new Proportion(0, 60));
  }

  @Test
  void highStarsThatAreActedOnFarMoreOftenAreNamedToo() {
    assertThat(Evenness.overall(List.of(stars(1, 60, 0), stars(4, 40, 10))).finding())
        .isEqualTo(Finding.HIGH_MORE);
  }

  @Test
  void aDifferenceThatChanceExplainsIsNoSign() {
    assertThat(Evenness.overall(List.of(stars(1, 10, 2), stars(5, 10, 1))).finding())
        .isEqualTo(Finding.EVEN);
  }

  @Test
  void ofFourReviewsNothingIsSaidAlsoWhereAllAreGone() {
    assertThat(Evenness.overall(List.of(stars(1, 4, 4), stars(5, 100, 0))).finding())
        .isEqualTo(Finding.TOO_FEW);
  }

  @Test
  void threeStarsAndPostsWithoutStarsAreOnNeitherSide() {
    Evenness even =
        Evenness.overall(
            List.of(stars(1, 10, 1), stars(3, 50, 50), stars(null, 50, 50), stars(5, 10, 1)));

    assertThat(even.finding()).isEqualTo(Finding.EVEN);
    assertThat(even.p()).isEqualTo(1);
  }

  @Test
  void eachOfFourReasonsIsHeldToAQuarterOfTheLevel() {
    // p = 0.03497: uneven as one test, not as one of four
    List<StarCount> counts = List.of(stars(1, 10, 8), stars(5, 6, 1));

    assertThat(Evenness.overall(counts).finding()).isEqualTo(Finding.LOW_MORE);
    assertThat(Evenness.of(counts, ModerationReason.ABUSE).finding()).isEqualTo(Finding.EVEN);
    assertThat(Evenness.of(counts, ModerationReason.FAKE).p()).isEqualTo(1);
  }

  private static StarCount stars(@Nullable Integer stars, long reviews, long actedOn) {
    return new StarCount(
        stars,
        reviews,
        actedOn,
        Map.of(ModerationAct.HIDDEN, actedOn),
        Map.of(ModerationReason.ABUSE, actedOn));
  }
}
