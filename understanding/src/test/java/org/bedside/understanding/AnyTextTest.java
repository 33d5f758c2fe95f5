package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.understanding.encoder.PieceCutter;
import org.bedside.understanding.encoder.Pieces;
import org.junit.jupiter.api.Test;

/** Whatever is posted gets an answer that holds together; {@code bin/fuzz} looks for more. */
class AnyTextTest {

  private static final Understanding UNDERSTANDING = Understanding.load();
  private static final Guard GUARD = UNDERSTANDING.guard();
  private static final PieceCutter CUTTER = PieceCutter.load();
  private static final ClaimIndex CLAIMS =
      ClaimIndex.of(
          List.of(
              new Claim("garlic", "Garlic cures the flu.", null, null),
              new Claim("odd", "\uD83D waiting \u0000", "", ""),
              new Claim("visit", "Your visit to Willow Creek", "In a film", "a")));
  private static final WatchSet WATCHES =
      WatchSet.compile(
          List.of(
              new Watch("words", "nurse OR garlic OR 医院"),
              new Watch("near", "(your OR we) NEAR/5 visit"),
              new Watch("raw", "raw:\"((\" OR #MaskUp OR @willow"),
              new Watch("fields", "author:ana OR lang:es OR url:willow OR rating:<2")));
  private static final Directory DIRECTORY =
      Directory.of(
          List.of(
              new DirectoryEntry(
                  "loc", DirectoryEntry.Kind.LOCATION, List.of("Willow Creek"), "Springfield")));

  private static List<String> texts() {
    return Stream.concat(NastyTexts.known().stream(), NastyTexts.byChance(2026, 30).stream())
        .toList();
  }

  /** Every field holds something nasty too, {@code field} what one could be mistaken for. */
  private static Post post(String text, String field) {
    return new Post("id", text, field, Double.NaN, field, field, field, field, field, null);
  }

  private static Assessment assess(Post post) {
    return UNDERSTANDING.assess(List.of(post), DIRECTORY).getFirst();
  }

  @Test
  void anyPostIsAssessedWithProbabilitiesAndWithSpansOfWholeCharacters() {
    List<String> texts = texts();
    List<String> fields = NastyTexts.byChance(7, texts.size());
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Assessment assessment = assess(post(text, fields.get(i)));
      Sentiment sentiment = assessment.sentiment();
      assertThat(sentiment.negative() + sentiment.neutral() + sentiment.positive())
          .isBetween(1 - 1e-6, 1 + 1e-6);
      List<Double> probabilities = new ArrayList<>();
      probabilities.addAll(
          List.of(sentiment.negative(), sentiment.neutral(), sentiment.positive()));
      probabilities.addAll(List.of(assessment.offensive(), assessment.disaster().relevant()));
      assessment.identifiers().forEach(found -> probabilities.add(found.score()));
      assessment.themes().forEach(found -> probabilities.add(found.score()));
      assessment.urgency().kinds().forEach(found -> probabilities.add(found.score()));
      assessment.reasons().forEach(found -> probabilities.add(found.confidence()));
      assertThat(probabilities).as(text).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
      List<Span> spans = new ArrayList<>(assessment.asks());
      assessment.identifiers().forEach(found -> spans.add(found.span()));
      assessment.themes().forEach(found -> spans.add(found.span()));
      assessment.urgency().kinds().forEach(found -> spans.add(found.span()));
      assessment.about().forEach(found -> spans.add(found.span()));
      for (Reason reason : assessment.reasons()) {
        if (reason.span() != null) {
          spans.add(reason.span());
        }
      }
      assertWithin(spans, text);
      assertThat(sentiment.scale5()).isBetween(1, 5);
    }
  }

  @Test
  void anyReplyToAnyReviewGetsAVerdictWhoseFindingsStandInItInOrder() {
    List<String> texts = texts();
    List<String> reviews = NastyTexts.byChance(8, texts.size());
    for (int i = 0; i < texts.size(); i++) {
      String reply = texts.get(i);
      Verdict verdict = GUARD.review(reply, post(reviews.get(i), reviews.get(i)));
      assertWithin(verdict.findings().stream().map(Verdict.Finding::span).toList(), reply);
      int last = 0;
      for (Verdict.Finding finding : verdict.findings()) {
        assertThat(finding.span().start()).as(reply).isGreaterThanOrEqualTo(last);
        assertThat(GUARD.rules()).contains(finding.rule());
        assertThat(verdict.decision()).isGreaterThanOrEqualTo(finding.decision());
        last = finding.span().end();
      }
      assertThat(verdict.findings().isEmpty())
          .isEqualTo(verdict.decision() == Verdict.Decision.ALLOW);
    }
  }

  @Test
  void anyPostIsHeldAgainstClaimsBestFirstAndAgainstWatches() throws WatchSyntaxException {
    WatchQuery query = WatchQuery.parse("(your OR we) NEAR/5 visit");
    for (String text : texts()) {
      Post post = post(text, text.substring(0, Math.min(200, text.length())));
      double last = 1;
      for (ClaimMatch match : CLAIMS.find(post, 2)) {
        assertThat(match.score()).as(text).isBetween(0.0, last);
        last = match.score();
      }
      assertThat(CLAIMS.find(post, 2)).hasSizeLessThanOrEqualTo(2);
      assertThat(WATCHES.match(post).contains("near")).as(text).isEqualTo(query.matches(post));
      assertWithin(query.highlight(post), text);
    }
  }

  @Test
  void anyPostIsOneStoryWithAnotherInBothDirectionsOrInNone() {
    StoryPrint before = StoryPrint.of(Post.of("0", "waiting ".repeat(40)));
    for (String text : texts()) {
      StoryPrint print = StoryPrint.of(post(text, "x"));
      assertThat(print.keys()).as(text).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(256);
      assertThat(print.sameStory(before)).as(text).isEqualTo(before.sameStory(print));
      before = print;
    }
  }

  @Test
  void anyTextIsCutIntoPiecesInOrderAndAnyContactGivesWordings() {
    for (String text : texts()) {
      Pieces pieces = CUTTER.cut(text);
      List<Span> spans =
          IntStream.range(0, pieces.size())
              .mapToObj(i -> new Span(pieces.start(i), pieces.end(i)))
              .toList();
      assertWithin(spans, text);
      assertThat(spans.stream().map(Span::start).toList()).as(text).isSorted();
      for (SentimentLabel sentiment : SentimentLabel.values()) {
        assertThat(
                SafeReplies.standard()
                    .suggest(
                        sentiment,
                        SafeReplies.Topic.WAITING,
                        text,
                        Locale.forLanguageTag(text.isEmpty() ? "es" : "en")))
            .isNotEmpty();
      }
    }
  }

  @Test
  void aBadPostAmongGoodOnesChangesNeitherTheirAnswersNorTheirOrder() {
    Post good = Post.of("good", "The nurses were kind, but we waited four hours.");
    Post other = Post.of("other", "Por favor arreglen el estacionamiento.");
    List<Assessment> alone = UNDERSTANDING.assess(List.of(good, other), DIRECTORY);
    for (String text : texts().subList(0, 40)) {
      List<Assessment> together =
          UNDERSTANDING.assess(List.of(good, post(text, text), other), DIRECTORY);
      assertThat(List.of(together.get(0), together.get(2))).as(text).isEqualTo(alone);
      assertThat(together.get(1)).as(text).isEqualTo(assess(post(text, text)));
    }
  }

  @Test
  void theSamePostHasTheSameAnswersAgainAndOnManyThreads() {
    List<Post> posts = NastyTexts.byChance(9, 60).stream().map(t -> post(t, t)).toList();
    for (Function<Post, Object> answer :
        List.<Function<Post, Object>>of(
            AnyTextTest::assess,
            post -> GUARD.review(post.text(), post),
            post -> CLAIMS.find(post, 2),
            WATCHES::match,
            post -> Arrays.toString(StoryPrint.of(post).keys()))) {
      List<Object> once = posts.stream().map(answer).toList();
      assertThat(posts.stream().map(answer).toList()).isEqualTo(once);
      assertThat(posts.parallelStream().map(answer).toList()).isEqualTo(once);
    }
  }

  private static void assertWithin(List<Span> spans, String text) {
    for (Span span : spans) {
      assertThat(span.start()).as(text).isLessThan(span.end());
      assertThat(span.end()).as(text).isLessThanOrEqualTo(text.length());
      assertThat(parts(text, span.start()) || parts(text, span.end())).as(text).isFalse();
    }
  }

  private static boolean parts(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }
}
