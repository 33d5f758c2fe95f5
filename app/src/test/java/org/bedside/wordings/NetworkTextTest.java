package org.bedside.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import org.bedside.wordings.NetworkText.Flaw;
import org.junit.jupiter.api.Test;

class NetworkTextTest {

  private static final String FAMILY = "👨‍👩‍👧‍👦";
  private static final String LINK = "https://www.larkspur.example/find-a-doctor?from=here#hours";

  @Test
  void aFamilyOfEmojiIsOneCharacterWhereReadersAreCountedForAndTwoOnX() {
    assertThat(NetworkText.of("bluesky").length("Thanks " + FAMILY)).isEqualTo(8);
    assertThat(NetworkText.of("mastodon").length("Thanks " + FAMILY)).isEqualTo(8);
    assertThat(NetworkText.of("x").length("Thanks " + FAMILY)).isEqualTo(9);
    assertThat(NetworkText.of("google").length(FAMILY)).isEqualTo(25);
  }

  @Test
  void anAddressCountsAsTwentyThreeOnXAndMastodonAndAsItIsElsewhere() {
    assertThat(NetworkText.of("x").length("See " + LINK + ".")).isEqualTo(4 + 23 + 1);
    assertThat(NetworkText.of("x").length("See larkspur.org today")).isEqualTo(4 + 23 + 6);
    assertThat(NetworkText.of("mastodon").length("See " + LINK + ".")).isEqualTo(4 + 23 + 1);
    assertThat(NetworkText.of("mastodon").length("See larkspur.org")).isEqualTo(16);
    assertThat(NetworkText.of("bluesky").length(LINK)).isEqualTo(LINK.length());
  }

  @Test
  void anAddressOfMailIsNoLink() {
    assertThat(NetworkText.of("x").length("care@larkspur.org")).isEqualTo(17);
  }

  @Test
  void aNameAtAnotherServerCountsWithoutTheServerOnMastodon() {
    assertThat(NetworkText.of("mastodon").length("@wren@social.example hello")).isEqualTo(11);
  }

  @Test
  void spanishCountsAsEnglishOnXAndWritingsOfTheEastTwice() {
    assertThat(NetworkText.of("x").length("¡Señor, años!")).isEqualTo(13);
    assertThat(NetworkText.of("x").length("谢谢")).isEqualTo(4);
  }

  @Test
  void theLimitIsTheLastThatFits() {
    NetworkText bluesky = NetworkText.of("bluesky");
    assertThat(bluesky.flaws(FAMILY.repeat(100))).isEmpty();
    assertThat(bluesky.flaws("é".repeat(300))).isEmpty();
    assertThat(bluesky.flaws("é".repeat(301))).containsExactly(Flaw.TOO_LONG);
    assertThat(bluesky.flaws(FAMILY.repeat(130))).containsExactly(Flaw.TOO_MANY_BYTES);
    assertThat(NetworkText.of("google").fits("é".repeat(2_048))).isTrue();
    assertThat(NetworkText.of("google").fits("é".repeat(2_049))).isFalse();
  }

  @Test
  void markdownIsAFlawWhereItIsShownAsItIs() {
    String formatted = "Please **call** us, or see [our page](https://larkspur.example).";
    assertThat(NetworkText.of("facebook").flaws(formatted))
        .containsExactly(Flaw.MARKDOWN_SHOWN_AS_IT_IS);
    assertThat(NetworkText.of("reddit").flaws(formatted)).isEmpty();
    assertThat(NetworkText.of("facebook").flaws("5 * 3 is 15, call 9-5 [Monday]; it_is_so #1"))
        .isEmpty();
  }

  @Test
  void anUnknownNetworkTakesWhateverWeTake() {
    assertThat(NetworkText.of("some-forum").id()).isEqualTo(NetworkText.ANYWHERE);
    assertThat(NetworkText.of("some-forum").limited()).isFalse();
  }
}
