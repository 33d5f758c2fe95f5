package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StarsTest {

  @Test
  void aRatingCountsWithTheStarsThatAreShownOfIt() {
    assertThat(Stars.of(4.5)).isEqualTo(5);
    assertThat(Stars.of(2.4)).isEqualTo(2);
    assertThat(Stars.of(2.5)).isEqualTo(3);
    assertThat(Stars.of(0.0)).isEqualTo(1);
    assertThat(Stars.of(9.0)).isEqualTo(5);
    assertThat(Stars.of(null)).isNull();
    assertThat(StarGroup.of(Stars.of(2.4))).isEqualTo(StarGroup.LOW);
    assertThat(StarGroup.of(Stars.of(2.5))).isEqualTo(StarGroup.MIDDLE);
    assertThat(StarGroup.of(Stars.of(3.4))).isEqualTo(StarGroup.MIDDLE);
    assertThat(StarGroup.of(Stars.of(3.5))).isEqualTo(StarGroup.HIGH);
    assertThat(StarGroup.of(null)).isEqualTo(StarGroup.UNRATED);
  }
}
