package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.bedside.understanding.Verdict.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the encoder adds to the guard's rules. */
class RepliesReadBesideReviewsTest {

  private static final Guard RULES = Guard.standard();
  private static final Guard READING = Understanding.guard(Level.THOROUGH);

  private static Verdict review(Guard guard, String review, String reply) {
    return guard.review(
        reply, new Post("x", review, null, null, "tomkat", null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Great pharmacy, friendly people. | Hope the new inhaler is doing its job.
          Muy buena atención. | Qué bueno que ya duerme mejor sin esas pastillas.
          """)
  void whatDisclosesInWordsThatNoRuleKnowsIsBlockedWithItsWords(String review, String reply) {
    assertThat(review(RULES, review, reply).decision()).isEqualTo(Decision.WARN);
    Verdict verdict = review(READING, review, reply);
    assertThat(verdict.decision()).isEqualTo(Decision.BLOCK);
    assertThat(verdict.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.decision()).isEqualTo(Decision.BLOCK);
              assertThat(finding.span().of(reply)).isNotBlank();
              assertThat(finding.why()).isNotBlank();
              assertThat(READING.rules()).contains(finding.rule());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Great pharmacy, friendly people. | That made our Monday! The counter team says thanks.
          My mother was treated like dirt. | Nobody should be treated like dirt, whoever they are.
          Waited forever. | Our new phone lines are open from eight; ask for Dana at 555-0123.
          """)
  void harmlessWordsThatNoRuleKnowsAreNotBlocked(String review, String reply) {
    assertThat(review(READING, review, reply).decision()).isNotEqualTo(Decision.BLOCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rude staff. | Our records show that you missed two visits.
          Never again. | We have no record of you as a patient.
          Lovely place. | We enjoyed treating you, see you again next month!
          Nice dentist. | Thank you for trusting us with your crown, Sarah.
          """)
  void whatTheRulesBlockAsADisclosureStaysBlocked(String review, String reply) {
    assertThat(review(RULES, review, reply).decision()).isEqualTo(Decision.BLOCK);
    assertThat(review(READING, review, reply).decision()).isEqualTo(Decision.BLOCK);
  }
}
