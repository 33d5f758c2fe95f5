package org.bedside.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkRulesTest {

  private static int count(Network network, String text) {
    return NetworkRules.of(network).count(text);
  }

  @Test
  void blueskyCountsWhatAReaderTakesForACharacter() {
    assertThat(count(Network.BLUESKY, "e\u0301 👩‍👩‍👧‍👦 🇺🇸")).isEqualTo(5);
    assertThat(NetworkRules.of(Network.BLUESKY).fits("a".repeat(300))).isTrue();
    assertThat(NetworkRules.of(Network.BLUESKY).fits("a".repeat(301))).isFalse();
  }

  @Test
  void mastodonCountsLinksAsTwentyThreeAndSpeaksOfOthersWithoutTheirServer() {
    assertThat(count(Network.MASTODON, "See https://larkspur.example/" + "a".repeat(200) + ". Bye"))
        .isEqualTo(4 + 23 + 5);
    assertThat(count(Network.MASTODON, "@ana@social.example.org hello")).isEqualTo(10);
  }

  @Test
  void xWeighsWideLettersAndPicturesTwice() {
    assertThat(count(Network.X, "hello")).isEqualTo(5);
    assertThat(count(Network.X, "看護師")).isEqualTo(6);
    assertThat(count(Network.X, "👩‍👩‍👧‍👦")).isEqualTo(2);
    assertThat(count(Network.X, "é e\u0301")).as("composed first").isEqualTo(3);
    assertThat(count(Network.X, "call 1 of 2 #3")).as("digits are no pictures").isEqualTo(14);
    assertThat(count(Network.X, "https://larkspur.example/a?b=c")).isEqualTo(23);
    assertThat(count(Network.X, "larkspur.org")).as("made a link all the same").isEqualTo(23);
  }

  @Test
  void googleCountsBytes() {
    assertThat(count(Network.GOOGLE_BUSINESS, "ñ")).isEqualTo(2);
  }

  @Test
  void aServersOwnLengthTakesThePlaceOfTheUsualOne() {
    assertThat(NetworkRules.of(Network.MASTODON).withMost(1000).fits("a".repeat(900))).isTrue();
  }
}
