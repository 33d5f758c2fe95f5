package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bedside.understanding.ClaimMatch.Stance;
import org.junit.jupiter.api.Test;

class ClaimIndexTest {

  private final ClaimIndex index =
      ClaimIndex.of(
          List.of(
              new Claim("garlic", "Eating garlic cures the flu.", "Does Garlic Cure Flu?", null),
              new Claim("masks", "Masks lower the oxygen in the blood.", null, "Rumour on masks"),
              new Claim("tea", "Nettle tea replaces insulin.", null, null)));

  private ClaimMatch best(String text) {
    return index.find(Post.of("id", text), 3).getFirst();
  }

  @Test
  void givesTheClosestFirstWithScoresBetweenNoughtAndOne() {
    List<ClaimMatch> matches =
        index.find(Post.of("id", "my aunt says garlic cures flu and masks are silly"), 2);
    assertThat(matches).extracting(ClaimMatch::id).containsExactly("garlic", "masks");
    assertThat(matches.getFirst().score()).isGreaterThan(matches.getLast().score());
    assertThat(matches).allSatisfy(match -> assertThat(match.score()).isBetween(0.0, 1.0));
  }

  @Test
  void readsHashtagsAsWords() {
    assertThat(best("#NettleTea instead of #insulin").id()).isEqualTo("tea");
  }

  @Test
  void readsAHandleAsTheNameThatItRunsTogether() {
    ClaimIndex of =
        ClaimIndex.of(List.of(new Claim("willow", "Willow Creek turns people away.", null, null)));

    assertThat(of.find(Post.of("id", "Shame on you, @WillowCreek_Health!"), 1)).hasSize(1);
  }

  @Test
  void whoSaysItCountsWhereAClaimIsAboutThem() {
    ClaimIndex of =
        ClaimIndex.of(
            List.of(
                new Claim("ban", "A law bans vaccines in two states.", null, null),
                new Claim("quill", "Dr. Ada Quill opposes vaccines.", null, null)));
    String words = "Vaccines are fine with me";

    assertThat(first(of, words + " — Ada Quill (@ada_q) May 3, 2021")).isEqualTo("quill");
    assertThat(
            of.find(new Post("id", words, null, null, "Ada Quill", null, null, null, null, null), 1)
                .getFirst()
                .id())
        .isEqualTo("quill");
  }

  private static String first(ClaimIndex of, String text) {
    return of.find(Post.of("id", text), 1).getFirst().id();
  }

  @Test
  void tellsRepeatingFromQuestioningFromDenying() {
    assertThat(best("Garlic cures the flu, pass it on").stance()).isEqualTo(Stance.REPEATS);
    assertThat(best("Is it true that garlic cures the flu?").stance()).isEqualTo(Stance.QUESTIONS);
    assertThat(best("No evidence that garlic cures the flu").stance()).isEqualTo(Stance.DENIES);
  }

  @Test
  void nothingInCommonGivesNothing() {
    assertThat(index.find(Post.of("id", "zebra crossing"), 5)).isEmpty();
    assertThat(index.find(Post.of("id", ""), 5)).isEmpty();
    assertThat(index.find(Post.of("id", "garlic"), 0)).isEmpty();
    assertThat(ClaimIndex.of(List.of()).find(Post.of("id", "garlic"), 3)).isEmpty();
  }
}
