package org.bedside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SamplePostsTest {

  private static final Instant ANCHOR = Instant.parse("2026-02-03T15:00:00Z");
  private static final List<SamplePost> POSTS = new SamplePosts(ANCHOR).all();

  @Test
  void theSameAnchorGivesTheSamePostsUnderTheSameKeys() {
    assertThat(new SamplePosts(ANCHOR).all()).isEqualTo(POSTS);
    assertThat(POSTS.stream().map(SamplePost::key)).doesNotHaveDuplicates();
  }

  @Test
  void noTwoPostsSayTheSame() {
    assertThat(POSTS.stream().map(SamplePost::text)).doesNotHaveDuplicates();
    assertThat(POSTS).hasSizeGreaterThan(290);
  }

  @Test
  void allOfItWasPublishedInTheLastTwelveWeeksAndTheUrgentOnesOfLate() {
    assertThat(POSTS)
        .allSatisfy(
            post ->
                assertThat(post.publishedAt())
                    .isBetween(ANCHOR.minus(Duration.ofDays(84)), ANCHOR));
    assertThat(POSTS.getLast().publishedAt()).isAfter(ANCHOR.minus(Duration.ofHours(1)));
  }

  @Test
  void noPlaceholderIsLeftAndNoTelephoneOrAddressCouldBeSomebodys() {
    Pattern telephone = Pattern.compile("\\b\\d{3}-(?!01)\\d{2,}");
    Pattern address = Pattern.compile("@(?!mail\\.example|larkspurhealth)\\w");
    for (SamplePost post : POSTS) {
      assertThat(post.text()).doesNotContain("{", "}").doesNotContainPattern(telephone);
      assertThat(post.text()).doesNotContainPattern(address);
    }
  }

  @Test
  void thereAreEnoughSentencesToTellPostsApart() {
    long sentences =
        Sentences.lines("/demo/sentences.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("[") && !line.startsWith("#"))
            .distinct()
            .count();

    assertThat(sentences).isGreaterThan(150);
  }
}
