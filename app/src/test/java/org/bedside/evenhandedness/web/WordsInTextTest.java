package org.bedside.evenhandedness.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.bedside.evenhandedness.HiddenSpan;
import org.junit.jupiter.api.Test;

class WordsInTextTest {

  @Test
  void wordsAreFoundWhereTheyStandWhateverLineEndsAFormSends() {
    String text = "Ask for\nnurse   Larch, not nurse Ash.";

    assertThat(WordsInText.find(" for\r\nnurse Larch ", text))
        .isEqualTo(new WordsInText(1, new HiddenSpan(4, 21)));
  }

  @Test
  void wordsThatStandThereTwiceAreNotGuessed() {
    assertThat(WordsInText.find("nurse", "The nurse and the other nurse"))
        .isEqualTo(new WordsInText(2, new HiddenSpan(4, 9)));
    assertThat(WordsInText.find("aa", "aaa").times()).isEqualTo(2);
  }

  @Test
  void otherWordsAreNotFound() {
    assertThat(WordsInText.find("doctor", "The nurse")).isEqualTo(new WordsInText(0, null));
    assertThat(WordsInText.find("nurse!", "The nurse")).isEqualTo(new WordsInText(0, null));
    assertThat(WordsInText.find("  ", "The nurse")).isEqualTo(new WordsInText(0, null));
  }
}
