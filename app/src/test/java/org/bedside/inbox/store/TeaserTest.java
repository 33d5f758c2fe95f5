package org.bedside.inbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TeaserTest {

  @Test
  void aLongTextIsCutBetweenWords() {
    assertThat(Teaser.of("They gave my father the wrong pills and he stopped", 44))
        .isEqualTo("They gave my father the wrong pills and he …");
    assertThat(Teaser.of("and he stopped", 14)).isEqualTo("and he stopped");
  }

  @Test
  void aWordWithoutEndIsCutButNoCharacterIs() {
    assertThat(Teaser.of("😀".repeat(9), 5)).isEqualTo("😀😀 …");
  }
}
