package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

  @Test
  void theIntervalIsWilsons() {
    Proportion tenth = new Proportion(10, 100);

    assertThat(tenth.rate()).isEqualTo(0.1);
    assertThat(tenth.low()).isCloseTo(0.0552291, within(1e-6));
    assertThat(tenth.high()).isCloseTo(0.1743657, within(1e-6));
  }

  @Test
  void nothingOfFewIsNotKnownToBeNothingOfMany() {
    Proportion none = new Proportion(0, 10);

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775328, within(1e-6));
    assertThat(new Proportion(10, 10).high()).isEqualTo(1);
    assertThat(new Proportion(10, 10).low()).isCloseTo(1 - 0.2775328, within(1e-6));
  }

  @Test
  void fewerThanFiveReviewsAreGivenNoRate() {
    assertThat(new Proportion(4, 4).hasRate()).isFalse();
    assertThat(new Proportion(0, 5).hasRate()).isTrue();
  }

  @Test
  void morePartThanWholeIsRefused() {
    assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
