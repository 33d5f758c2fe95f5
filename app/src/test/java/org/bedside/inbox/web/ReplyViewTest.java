package org.bedside.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;
import org.bedside.wordings.Language;
import org.bedside.wordings.NetworkText;
import org.junit.jupiter.api.Test;

class ReplyViewTest {

  private static final String DRAFT =
      "Thank you for writing to all of us here. Please send us your date of birth so that one of"
          + " the people in our office can look into this today.";

  private static final Composing NOTHING =
      new Composing(
          NetworkText.of("web"),
          Language.ENGLISH,
          true,
          "",
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of());

  @Test
  void aFindingIsShownAmongWholeWords() {
    ReplyView view = view(DRAFT, finding(DRAFT, "your date of birth", Decision.BLOCK));

    ReplyView.Context context = view.context(findings(view).getFirst());

    assertThat(context.before()).isEqualTo("… to all of us here. Please send us ");
    assertThat(context.words()).isEqualTo("your date of birth");
    assertThat(context.after()).isEqualTo(" so that one of the people in our …");
  }

  @Test
  void aShortDraftIsShownWhole() {
    String draft = "Call us 😀 today.";
    ReplyView view = view(draft, finding(draft, "us", Decision.WARN));

    assertThat(view.context(findings(view).getFirst()))
        .isEqualTo(new ReplyView.Context("Call ", "us", " 😀 today."));
  }

  @Test
  void wordsWithoutASpaceForLongAreLeftOutRatherThanCut() {
    String endless = "😀".repeat(60);
    String draft = endless + " us " + endless;
    ReplyView view = view(draft, finding(draft, "us", Decision.WARN));

    assertThat(view.context(findings(view).getFirst()))
        .isEqualTo(new ReplyView.Context("… ", "us", " …"));
  }

  @Test
  void onlyWhatKeepsTheReplyBackIsCountedAsDisclosing() {
    ReplyView view =
        view(
            DRAFT,
            finding(DRAFT, "send", Decision.WARN),
            finding(DRAFT, "your date of birth", Decision.BLOCK));

    assertThat(view.disclosing()).isEqualTo(1);
  }

  private static List<Finding> findings(ReplyView view) {
    Verdict verdict = view.verdict();
    return verdict == null ? List.of() : verdict.findings();
  }

  private static ReplyView view(String draft, Finding... findings) {
    return new ReplyView(
        draft,
        new Verdict(Decision.BLOCK, List.of(findings)),
        null,
        false,
        List.of(),
        new Outgoing(List.of()),
        NOTHING);
  }

  private static Finding finding(String draft, String words, Decision decision) {
    int start = draft.indexOf(words);
    return new Finding("any", new Span(start, start + words.length()), decision, "why", "");
  }
}
