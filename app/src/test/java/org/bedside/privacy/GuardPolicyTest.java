package org.bedside.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.bedside.privacy.GuardPolicy.Overriding;
import org.bedside.privacy.GuardPolicy.Part;
import org.bedside.privacy.GuardPolicy.Watched;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardPolicyTest {

  private static final Verdict ALLOWED = new Verdict(Decision.ALLOW, List.of());

  private static GuardPolicy policy(
      List<Watched> watched, Set<String> rules, boolean all, int sentences, String line) {
    return new GuardPolicy(watched, rules, all, sentences, line, Overriding.ONE_PERSON);
  }

  private static Verdict add(GuardPolicy policy, String reply, Verdict builtIn) {
    return new StricterGuard(policy).add(reply, builtIn);
  }

  private static Verdict found(String reply, String words, Decision decision) {
    int start = reply.indexOf(words);
    var span = new Span(start, start + words.length());
    return new Verdict(decision, List.of(new Finding("experience", span, decision, "Why.", "")));
  }

  private static String mended(String reply, Verdict verdict) {
    var mended = new StringBuilder();
    int written = 0;
    for (Finding finding : verdict.findings()) {
      mended.append(reply, written, finding.span().start()).append(finding.instead());
      written = finding.span().end();
    }
    return mended.append(reply.substring(written)).toString();
  }

  @Test
  void withoutAnyPolicyTheVerdictIsTheGuards() {
    Verdict verdict = found("We value your experience.", "your experience", Decision.WARN);
    assertThat(add(GuardPolicy.BUILT_IN, "We value your experience.", verdict)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Our VALENCÍA wing is open.", "the valencia wing", "(Valencia, wing!)"})
  void aWatchedPhraseIsFoundWhateverItsCaseAndAccents(String reply) {
    GuardPolicy policy =
        policy(List.of(new Watched("valencia wing", Decision.BLOCK)), Set.of(), false, 0, "");
    assertThat(add(policy, reply, ALLOWED).decision()).isEqualTo(Decision.BLOCK);
    assertThat(add(policy, "The valencias wing", ALLOWED).decision()).isEqualTo(Decision.ALLOW);
  }

  @Test
  void aStarStandsForAnyEnding() {
    GuardPolicy policy =
        policy(List.of(new Watched("lawsuit*", Decision.WARN)), Set.of(), false, 0, "");
    Verdict verdict = add(policy, "No lawsuits here.", ALLOWED);
    assertThat(verdict.decision()).isEqualTo(Decision.WARN);
    assertThat(verdict.findings().getFirst().span().of("No lawsuits here.")).isEqualTo("lawsuits");
  }

  @Test
  void aWatchedWarningNeverSoftensABlockAtTheSameWords() {
    String reply = "We value your experience.";
    GuardPolicy policy =
        policy(
            List.of(new Watched("value your experience", Decision.WARN)), Set.of(), false, 0, "");
    Verdict verdict = add(policy, reply, found(reply, "your experience", Decision.BLOCK));
    assertThat(verdict.decision()).isEqualTo(Decision.BLOCK);
    assertThat(verdict.findings()).extracting(Finding::decision).contains(Decision.BLOCK);
  }

  @Test
  void whatTheGuardWarnsOfBlocksWhereTheOrganizationWantsIt() {
    String reply = "We value your experience.";
    Verdict warned = found(reply, "your experience", Decision.WARN);
    assertThat(add(policy(List.of(), Set.of("experience"), false, 0, ""), reply, warned).decision())
        .isEqualTo(Decision.BLOCK);
    assertThat(add(policy(List.of(), Set.of(), true, 0, ""), reply, warned).decision())
        .isEqualTo(Decision.BLOCK);
    assertThat(add(policy(List.of(), Set.of("date"), false, 0, ""), reply, warned).decision())
        .isEqualTo(Decision.WARN);
  }

  @Test
  void aReplyOfMoreSentencesIsBlockedFromTheFirstTooMany() {
    GuardPolicy policy = policy(List.of(), Set.of(), false, 2, "");
    String reply = "Thank you. Please call. We are open.";
    Verdict verdict = add(policy, reply, ALLOWED);
    assertThat(verdict.decision()).isEqualTo(Decision.BLOCK);
    assertThat(mended(reply, verdict).strip()).isEqualTo("Thank you. Please call.");
    assertThat(add(policy, "Thank you. Please call.", ALLOWED)).isEqualTo(ALLOWED);
  }

  @Test
  void theLineThatEveryReplyMustHaveIsAddedByTakingTheAlternative() {
    GuardPolicy policy =
        policy(List.of(), Set.of(), false, 0, "Please call Patient Relations at 555-0110.");
    String reply = "Thank you, Dana.";
    Verdict verdict = add(policy, reply, found(reply, "Dana", Decision.WARN));
    assertThat(verdict.decision()).isEqualTo(Decision.BLOCK);
    String mended = mended(reply, verdict);
    assertThat(mended).isEqualTo("Thank you, . Please call Patient Relations at 555-0110.");
    assertThat(add(policy, mended, ALLOWED)).isEqualTo(ALLOWED);
    assertThat(add(policy, "Thanks! please call patient relations at 555-0110", ALLOWED))
        .isEqualTo(ALLOWED);
  }

  @Test
  void noValueOfAPolicyIsMilderThanTheGuard() {
    assertThatThrownBy(() -> new Watched("visit", Decision.ALLOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Watched(" * ", Decision.BLOCK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy(List.of(), Set.of(), false, 6, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy(List.of(), Set.of(), false, -1, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(List.of(Overriding.values()).getFirst())
        .isEqualTo(GuardPolicy.BUILT_IN.overriding());
  }

  @Test
  void everyWayBackIsNoticed() {
    var before =
        new GuardPolicy(
            List.of(new Watched("alpha", Decision.BLOCK)),
            Set.of("date"),
            true,
            3,
            "Call us.",
            Overriding.NOBODY);
    assertThat(before.takesBack(before)).isEmpty();
    assertThat(before.takesBack(GuardPolicy.BUILT_IN)).isEmpty();
    assertThat(GuardPolicy.BUILT_IN.takesBack(before)).containsExactly(Part.values());
    var softer =
        new GuardPolicy(
            List.of(new Watched("Alpha", Decision.WARN)),
            Set.of(),
            true,
            4,
            "Call us!",
            Overriding.TWO_PEOPLE);
    assertThat(softer.takesBack(before))
        .containsExactly(Part.WATCHED, Part.SENTENCES, Part.INVITATION, Part.OVERRIDING);
  }
}
