package org.bedside.listening.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "mercy | mercy",
        "mercy AND ward | (mercy ward)",
        "mercy ward | (mercy ward)",
        "mercy OR ward | mercy OR ward",
        "\"mercy hospital\" | (\"mercy hospital\")",
        "mercy NOT ward | (mercy -ward)",
        "mercy NOT (ward OR \"our lady\" OR #x) | (mercy -ward -\"our lady\" -#x)",
        "#mercy OR @mercy | #mercy OR @mercy",
        "(nurse OR doctor) (rude OR kind) | ((nurse OR doctor) (rude OR kind))",
        "author:@mercy wait | (from:mercy wait)",
        "lang:es clinica | ((lang:es OR lang:und) clinica)",
        "lang:(en OR es) nurse | (((lang:en OR lang:und) OR (lang:es OR lang:und)) nurse)",
        "covid-19 | (\"covid 19\")",
        "clínica | (clínica OR clinica)",
        "see mercy.example | (see (\"mercy.example\" OR url:\"mercy.example\"))",
        "raw:WHO mask | (WHO mask)",
        // wider than the watch, and matched again here
        "wait NEAR/2 long | (wait long)",
        "nurse NEAR/1f kind | (nurse kind)",
        "\"rude staff\"~2 | (rude staff)",
        "mercy nurs* | mercy",
        "\"rude nurs*\" | rude",
        "mercy NOT (ward nurse) | mercy",
        "mercy NOT nurs* | mercy",
        "mercy NOT clínica | mercy",
        "mercy rating:<=2 site:example.org source:x country:US | mercy",
      })
  void aWatchBecomesARuleThatLetsThroughAllThatItFinds(String watch, String rule) {
    assertThat(Translation.rules(List.of(watch))).containsExactly("(" + rule + ") -is:retweet");
  }

  @Test
  void whatCannotBeSaidAtAllMakesNoRule() {
    assertThat(
            Translation.rules(
                List.of("nurs*", "lang:es", "rating:1", "", "(", "NOT", "raw:\":-(\"")))
        .isEmpty();
  }

  @Test
  void aBranchThatCannotBeSaidLeavesTheOthers() {
    assertThat(Translation.rules(List.of("nurs* OR mercy OR lang:es")))
        .containsExactly("(mercy) -is:retweet");
  }

  @Test
  void manyWatchesAreFewRulesAndNoneIsTooLong() {
    List<String> watches = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      watches.add("\"mercy hospital " + i + "\" (wait OR rude OR kind) NOT football");
    }
    List<String> rules = Translation.rules(watches);
    assertThat(rules).hasSizeLessThan(100).allMatch(rule -> rule.length() <= Packing.LONGEST);
    assertThat(String.join(" ", rules)).contains("\"mercy hospital 0\"", "\"mercy hospital 399\"");

    String endless =
        "mercy ("
            + java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> "word" + i)
                .collect(java.util.stream.Collectors.joining(" OR "))
            + ")";
    assertThat(Translation.rules(List.of(endless)))
        .as("too long: what narrows it is left out")
        .containsExactly("(mercy) -is:retweet");
  }

  @Test
  void whateverIsWrittenMakesRulesOfBalancedParenthesesAndNeverFails() {
    Random random = new Random(11);
    List<String> parts =
        List.of(
            "(", ")", "\"", " AND ", " OR ", " NOT ", "mercy", "ñandú", "#tag", "@name", "lang:",
            "author:", "raw:", "~3", "NEAR/4 ", "*", "\\", ":", "\ud83d", "😀", "\u0000", " ",
            "北京");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder query = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        query.append(parts.get(random.nextInt(parts.size())));
      }
      for (String rule : Translation.rules(List.of(query.toString()))) {
        assertThat(rule.length()).isLessThanOrEqualTo(Packing.LONGEST);
        assertThat(rule.chars().filter(c -> c == '"').count() % 2).as(rule).isZero();
        String bare = rule.replaceAll("\"[^\"]*\"", "");
        assertThat(bare.chars().filter(c -> c == '(').count())
            .as(rule)
            .isEqualTo(bare.chars().filter(c -> c == ')').count());
      }
    }
    assertThat(Translation.rules(List.of("(".repeat(100_000)))).isEmpty();
    assertThat(Translation.rules(List.of("NOT ".repeat(100_000) + "a"))).isEmpty();
  }
}
