package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;
import org.junit.jupiter.api.Test;

/** Whoever is told what not to say is told what to say instead, and may rely on it. */
class GuardAlternativesTest {

  private static final Guard RULES = Guard.standard();
  private static final Guard READING = Understanding.guard(Level.THOROUGH);

  private record Draft(String reply, Post review) {}

  @Test
  void whoTakesEveryAlternativeHasAReplyThatIsNotBlocked() throws IOException {
    List<Draft> drafts = drafts();
    assertThat(drafts).hasSizeGreaterThan(300);
    var stillBlocked = new ArrayList<String>();
    for (Guard guard : List.of(RULES, READING)) {
      for (Draft draft : drafts) {
        Verdict verdict = guard.review(draft.reply(), draft.review());
        String mended = mended(draft.reply(), verdict);
        if (guard.review(mended, draft.review()).decision() == Decision.BLOCK) {
          stillBlocked.add(draft.reply() + " => " + mended);
        }
      }
    }
    assertThat(stillBlocked).isEmpty();
  }

  @Test
  void everyFindingHasItsWordsOneSentenceWhyAndAHarmlessAlternative() throws IOException {
    for (Draft draft : drafts()) {
      Verdict verdict = READING.review(draft.reply(), draft.review());
      int reached = 0;
      for (Finding finding : verdict.findings()) {
        assertThat(finding.span().start()).as(draft.reply()).isGreaterThanOrEqualTo(reached);
        assertThat(finding.span().of(draft.reply())).isNotBlank();
        assertThat(finding.why()).matches("[A-Z][^.]*\\.");
        assertThat(RULES.review(finding.instead(), draft.review()).decision())
            .as(finding.instead())
            .isNotEqualTo(Decision.BLOCK);
        reached = finding.span().end();
      }
      assertThat(verdict.findings().isEmpty()).isEqualTo(verdict.decision() == Decision.ALLOW);
    }
  }

  @Test
  void aSpanishReplyIsMendedInSpanish() {
    Post review = new Post("1", "Muy mal.", null, null, "luz", null, null, null, null, null);
    String reply =
        "La enfermera del cuarto piso sabe bien lo que pasó con la rodilla de su esposo.";
    assertThat(mended(reply, READING.review(reply, review))).doesNotContain("welcome", "Thank you");
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

  private static List<Draft> drafts() throws IOException {
    Map<String, Post> reviews = new HashMap<>();
    for (String[] row : rows("reviews.tsv")) {
      reviews.put(
          row[0], new Post(row[0], row[2], null, null, row[1], null, null, null, null, null));
    }
    var drafts = new ArrayList<Draft>();
    for (String part : List.of("dev.tsv", "heldout.tsv")) {
      for (String[] row : rows(part)) {
        drafts.add(new Draft(row[2], Objects.requireNonNull(reviews.get(row[1]))));
      }
    }
    return drafts;
  }

  private static List<String[]> rows(String name) throws IOException {
    try (var in = GuardAlternativesTest.class.getResourceAsStream("guard/" + name)) {
      assertThat(in).isNotNull();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
