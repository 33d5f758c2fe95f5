package org.bedside.listening.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bedside.listening.connector.Target;
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
    assertThat(rules(List.of(watch))).containsExactly("(" + rule + ") -is:retweet");
  }

  private static List<String> rules(List<String> watches) {
    return wanted(watches).rules();
  }

  private static Wanted wanted(List<String> watches) {
    return Packing.of(watches.stream().map(query -> new Target.Watched(query, query)).toList());
  }

  @Test
  void whatCannotBeSaidAtAllMakesNoRule() {
    assertThat(rules(List.of("nurs*", "lang:es", "rating:1", "", "(", "NOT", "raw:\":-(\"")))
        .isEmpty();
  }

  @Test
  void aBranchThatCannotBeSaidLeavesTheOthers() {
    assertThat(rules(List.of("nurs* OR mercy OR lang:es"))).containsExactly("(mercy) -is:retweet");
  }

  @Test
  void whatIsNotAskedForIsNamed() {
    Wanted wanted =
        wanted(List.of("mercy", "nurs*", "nurs* OR mercy", "(nurs* OR ward) NOT football"));
    assertThat(wanted.rules()).containsExactly("(mercy OR (ward -football)) -is:retweet");
    assertThat(wanted.unsaid()).containsExactly("nurs*");
    assertThat(wanted.partly()).containsExactly("nurs* OR mercy", "(nurs* OR ward) NOT football");
  }

  @Test
  void anAlternativeThatCannotBeSaidNarrowsNothing() {
    Wanted wanted = wanted(List.of("hospital (nurs* OR ward)", "clinic (lang:en OR ward)"));
    assertThat(wanted.rules())
        .containsExactly("(hospital OR (clinic ((lang:en OR lang:und) OR ward))) -is:retweet");
    assertThat(wanted.partly()).isEmpty();
  }

  @Test
  void manyAlternativesThatShareAnExclusionAreEachAskedForWithIt() {
    String names =
        java.util.stream.IntStream.range(0, 60)
            .mapToObj(i -> "\"mercy house " + i + "\"")
            .collect(java.util.stream.Collectors.joining(" OR "));
    Wanted wanted = wanted(List.of("(" + names + ") NOT jobs"));
    String rules = String.join(" ", wanted.rules());
    assertThat(rules).contains("(\"mercy house 0\" -jobs)", "(\"mercy house 59\" -jobs)");
    assertThat(wanted.rules()).allMatch(rule -> rule.length() <= Packing.LONGEST);
    assertThat(wanted.partly()).isEmpty();
    assertThat(wanted.unsaid()).isEmpty();
  }

  @Test
  void alternativesWithoutEndAreLeftInLinearTime() {
    String pair = "(lang:en OR a*) ".repeat(1_000);
    assertThat(rules(List.of(pair))).isEmpty();
    assertThat(wanted(List.of(pair)).unsaid()).containsExactly(pair);
  }

  @Test
  void rulesBeyondWhatXTakesAreCountedWithTheirWatches() {
    List<String> watches = new ArrayList<>();
    for (int i = 0; i < 1_003; i++) {
      watches.add("w" + i + "x".repeat(460));
    }
    Wanted wanted = wanted(watches);
    assertThat(wanted.rules()).hasSize(1_000);
    assertThat(wanted.remarks(List.of()))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.code()).isEqualTo("x.rules-over");
              assertThat(remark.count()).isEqualTo(3);
              assertThat(remark.named()).contains("“w1000x", "“w1002x").doesNotContain("“w999x");
            });
  }

  @Test
  void manyWatchesAreFewRulesAndNoneIsTooLong() {
    List<String> watches = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      watches.add("\"mercy hospital " + i + "\" (wait OR rude OR kind) NOT football");
    }
    List<String> rules = rules(watches);
    assertThat(rules).hasSizeLessThan(100).allMatch(rule -> rule.length() <= Packing.LONGEST);
    assertThat(String.join(" ", rules)).contains("\"mercy hospital 0\"", "\"mercy hospital 399\"");

    String endless =
        "mercy ("
            + java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> "word" + i)
                .collect(java.util.stream.Collectors.joining(" OR "))
            + ")";
    assertThat(rules(List.of(endless)))
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
      for (String rule : rules(List.of(query.toString()))) {
        assertThat(rule.length()).isLessThanOrEqualTo(Packing.LONGEST);
        assertThat(rule.chars().filter(c -> c == '"').count() % 2).as(rule).isZero();
        String bare = rule.replaceAll("\"[^\"]*\"", "");
        assertThat(bare.chars().filter(c -> c == '(').count())
            .as(rule)
            .isEqualTo(bare.chars().filter(c -> c == ')').count());
      }
    }
    assertThat(rules(List.of("(".repeat(100_000)))).isEmpty();
    assertThat(rules(List.of("NOT ".repeat(100_000) + "a"))).isEmpty();
  }
}
