package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolicitationBanTest {

  @ParameterizedTest
  @CsvSource({
    "103T00000X, PSYCHOLOGIST",
    "103TC0700X, PSYCHOLOGIST",
    "' 103tc0700x ', PSYCHOLOGIST",
    "103G00000X, PSYCHOLOGIST",
    "104100000X, SOCIAL_WORKER",
    "1041C0700X, SOCIAL_WORKER",
    "1041S0200X, SOCIAL_WORKER",
    "207R00000X, NONE",
    "2084P0800X, NONE",
    "101Y00000X, NONE",
    "106H00000X, NONE"
  })
  void clientsOfPsychologistsAndSocialWorkersAreNotAskedByTheirCode(
      String code, SolicitationBan ban) {
    assertThat(SolicitationBan.of(code)).isEqualTo(ban);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "103T", "psychologist", "103TC0700", "103TC0700X;207R00000X"})
  void whatIsNoCodeLetsNobodyBeAsked(String code) {
    assertThat(SolicitationBan.of(code)).isEqualTo(SolicitationBan.UNCLEAR);
  }
}
