package org.bedside.bench.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.bench.score.Answered;
import org.bedside.bench.score.Bootstrap;
import org.bedside.bench.score.Metric;
import org.bedside.bench.score.ScoreRow.Figure;
import org.junit.jupiter.api.Test;

class CardTest {

  @Test
  void whatIsWrittenByHandStaysWhenACardIsMadeAgain() {
    String first = Cards.with("# Asks\n\nMisses wishes put as praise.\n", "\nfigures of May\n");
    String second = Cards.with(first + "\nA last word.\n", "\nfigures of June\n");
    assertThat(second)
        .contains("Misses wishes put as praise.", "figures of June", "A last word.")
        .doesNotContain("figures of May");
  }

  @Test
  void aTextIsPutIntoItsSubgroupsByItsWords() {
    List<Subgroup> subgroups =
        Subgroups.of(
            List.of(
                "She told my mum at A&E to wait",
                "y'all ain't gonna believe this wait",
                "La enfermera fue muy amable con mi madre y conmigo",
                "He cannae hear his doctor"));
    assertThat(rows(subgroups, "she")).containsExactly(0);
    assertThat(rows(subgroups, "he,")).containsExactly(3);
    assertThat(rows(subgroups, "British")).containsExactly(0);
    assertThat(rows(subgroups, "words common in African")).containsExactly(1);
    assertThat(rows(subgroups, "Scots")).containsExactly(3);
    assertThat(rows(subgroups, "Spanish")).containsExactly(2);
  }

  private static int[] rows(List<Subgroup> subgroups, String name) {
    return subgroups.stream()
        .filter(subgroup -> subgroup.name().startsWith(name))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  @Test
  void aSubgroupThatIsJudgedWorseThanTheOthersStandsOutOnTheCard() {
    var texts = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    var answers = new ArrayList<String>();
    for (int i = 0; i < 80; i++) {
      boolean isScots = i % 2 == 0;
      texts.add((isScots ? "the wee doctor " : "the good doctor ") + i);
      wanted.add(i % 4 < 2 ? "positive" : "negative");
      answers.add(isScots ? "positive" : wanted.getLast());
    }
    Figure figure =
        Bootstrap.figure(
            "sentiment",
            "macro-recall",
            "TweetEval dev",
            "",
            new Answered(texts, wanted, answers, Metric.MACRO_RECALL),
            Map.of());
    assertThat(CardText.of(List.of(figure)))
        .contains("| Scots or northern English words | 40 | **0.500")
        .contains("Too few:");
    assertThat(CardText.of(List.of())).contains("Nothing is measured yet");
  }
}
