package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bedside.understanding.Verdict.Decision;
import org.junit.jupiter.api.Test;

/** Whoever only thanks, regrets, or does both, is not told that this would disclose. */
class GuardThanksAndRegretsTest {

  private static final Post REVIEW =
      new Post("1", "Not good.", null, 2.0, "tomkat", null, null, null, null, null);

  @Test
  void shortThanksAndRegretsAreNotBlockedInEitherLanguage() throws IOException {
    Guard reading = Understanding.guard(Level.THOROUGH);
    List<String> replies = replies();
    assertThat(replies).hasSizeGreaterThanOrEqualTo(40);
    assertThat(replies)
        .filteredOn(reply -> reading.review(reply, REVIEW).decision() == Decision.BLOCK)
        .isEmpty();
  }

  private static List<String> replies() throws IOException {
    try (var in =
        GuardThanksAndRegretsTest.class.getResourceAsStream("guard/thanks-and-regrets.txt")) {
      assertThat(in).isNotNull();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    }
  }
}
