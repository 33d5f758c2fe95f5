package org.bedside.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

  private static final Values VALUES =
      new Values(
          Map.of(
              Variable.PHONE, new Pair("555-0142", ""),
              Variable.OFFICE, new Pair("our office", ""),
              Variable.EMAIL, new Pair("$1\\care@larkspur.example", "")));

  @Test
  void whatHasNoValueStaysAndIsNamed() {
    Values.Filled filled = VALUES.fill("Call {office} at {phone} or {website}.", Language.ENGLISH);

    assertThat(filled.text()).isEqualTo("Call our office at 555-0142 or {website}.");
    assertThat(filled.missing()).containsExactly(Variable.WEBSITE);
  }

  @Test
  void englishWordsAreNeverPutIntoASpanishSentence() {
    Values.Filled filled = VALUES.fill("Llame a {office} al {phone}.", Language.SPANISH);

    assertThat(filled.text()).isEqualTo("Llame a {office} al 555-0142.");
    assertThat(filled.missing()).containsExactly(Variable.OFFICE);
  }

  @Test
  void aValueIsTakenLiterally() {
    assertThat(VALUES.fill("{ Email }", Language.ENGLISH).text())
        .isEqualTo("$1\\care@larkspur.example");
  }

  @Test
  void onlyTheFixedListIsAVariable() {
    assertThat(Variable.unknown("Dear {author}, call {phone} about {post}"))
        .containsExactly("{author}", "{post}");
  }
}
