package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String TEXT =
      "They handed me another patient's papers. That is a violation.";

  @Test
  void anExcerptBeginsAndEndsBetweenWords() {
    int words = TEXT.indexOf("patient");
    int begin = Excerpt.begin(TEXT, words - 14, words);
    int end = Excerpt.end(TEXT, words + 20, words + 9);

    assertThat(TEXT.substring(begin, end)).isEqualTo("me another patient's papers.");
  }

  @Test
  void aTextThatIsShortEnoughIsWhole() {
    assertThat(Excerpt.begin("word", -3, 2)).isZero();
    assertThat(Excerpt.end("word", 90, 2)).isEqualTo(4);
  }

  @Test
  void aWordWithoutEndIsCutButNoCharacterIs() {
    String endless = "😀".repeat(30);

    assertThat(Excerpt.begin(endless, 11, 40)).isEqualTo(10);
    assertThat(Excerpt.end(endless, 21, 10)).isEqualTo(20);
  }

  @Test
  void whatTheExcerptHasToHoldIsNeverCut() {
    assertThat(Excerpt.begin("xxxxxxxxxx needle", 4, 8)).isEqualTo(4);
    assertThat(Excerpt.begin("xxxxxxxxxx needle", 4, 11)).isEqualTo(11);
  }
}
