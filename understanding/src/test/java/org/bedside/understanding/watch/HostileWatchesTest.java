package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;

/** Queries and posts that somebody wrote to do harm get an answer, not an exception. */
class HostileWatchesTest {

  @Test
  void aHundredThousandParenthesesAreAnErrorAtTheFirstTooDeep() {
    assertThat(error("(".repeat(100_000) + "a" + ")".repeat(99_999)).column()).isEqualTo(200);
    assertThat(error("a OR (".repeat(30_000)).code()).isEqualTo("watch.too-deep");
    assertThat(error("a" + " NEAR/1 a".repeat(10_000)).code()).isEqualTo("watch.too-deep");
    assertThat(error("x".repeat(300_000)).code()).isEqualTo("watch.too-long");
  }

  @Test
  void manyNotsInARowAreOneOrNone() throws WatchSyntaxException {
    assertThat(WatchQuery.parse("NOT ".repeat(40_000) + "a").matches(Post.of("p", "a"))).isTrue();
    assertThat(error("NOT ".repeat(39_999) + "a").code()).isEqualTo("watch.only-negative");
  }

  @Test
  void aListOfManyThousandNamesIsOneQuery() throws WatchSyntaxException {
    StringBuilder names = new StringBuilder("ward AND (name0");
    for (int i = 1; i < 15_000; i++) {
      names.append(" OR name").append(i);
    }
    WatchQuery query = WatchQuery.parse(names.append(")").toString());
    assertThat(query.matches(Post.of("p", "name14999 of the ward"))).isTrue();
    assertThat(query.matches(Post.of("p", "name15000 of the ward"))).isFalse();
  }

  @Test
  void anyCharactersAtAllGiveAnAnswer() {
    Random random = new Random(11);
    List<Watch> watches = new ArrayList<>();
    String signs = "()\"~:*#@.-_ aANDORNT/5f\uD800\uDC00\u0000\u0301\u202E\u200D😀京ß\\raw";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder query = new StringBuilder();
      int length = random.nextInt(12);
      for (int c = 0; c < length; c++) {
        query.append(signs.charAt(random.nextInt(signs.length())));
      }
      watches.add(new Watch("w" + i, query.toString()));
    }
    WatchSet set = WatchSet.compile(watches);
    assertThat(set.size() + set.errors().size()).isEqualTo(20_000);
    set.errors()
        .forEach(
            (id, error) -> {
              String query = watches.get(Integer.parseInt(id.substring(1))).query();
              assertThat(error.column()).as(query).isBetween(0, query.length());
            });
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int c = 0; c < length; c++) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      for (String found : set.match(Post.of("p", text.toString()))) {
        assertThat(set.errors()).doesNotContainKey(found);
      }
    }
  }

  @Test
  void endlessPostsAreReadToTheirEnd() throws WatchSyntaxException {
    List<Watch> watches =
        List.of(
            new Watch("near", "(a OR \"a a\") NEAR/900 (a NEAR/900 b)"),
            new Watch("window", "\"a a b\"~900"),
            new Watch("phrase", "\"a a a a b\""),
            new Watch("star", "a*a*a*b"),
            new Watch("domain", "a.aa"),
            new Watch("handle", "@a.b"),
            new Watch("raw", "raw:\"a b\""));
    WatchSet set = WatchSet.compile(watches);
    for (String piece :
        List.of("a ", "a", "a.", "@a.", "#a", "@", "a\u0301\u0302", "\uD800", "_")) {
      String text = piece.repeat(100_000) + " a b";
      Post post = Post.of("p", text);
      assertThat(set.match(post)).contains("raw");
      for (Watch watch : watches) {
        for (Span span : WatchQuery.parse(watch.query()).highlight(post)) {
          assertThat(span.end()).isLessThanOrEqualTo(text.length());
        }
      }
    }
  }

  @Test
  void aBadWatchIsSetAsideAndTheOthersMatch() {
    WatchSet set =
        WatchSet.compile(
            List.of(
                new Watch("b", "ward"), new Watch("bad", "(ward"), new Watch("a", "ward OR x")));
    assertThat(set.match(Post.of("p", "a ward"))).containsExactly("b", "a");
    assertThat(set.errors()).containsOnlyKeys("bad");
    assertThat(WatchSet.compile(List.of()).match(Post.of("p", "ward"))).isEmpty();
  }

  @Test
  void watchesOfTheSameIdAreFoundOnceInTheFirstOnesPlace() {
    WatchSet set =
        WatchSet.compile(
            List.of(new Watch("a", "x"), new Watch("b", "ward"), new Watch("a", "ward")));
    assertThat(set.match(Post.of("p", "ward"))).containsExactly("a", "b");
    assertThat(set.match(Post.of("p", "x ward"))).containsExactly("a", "b");
  }

  @Test
  void manyThreadsShareOneSet() {
    List<Watch> watches = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      watches.add(new Watch("w" + i, "\"ward " + i + "\" OR (n" + i + " NEAR/2 m" + i + ")"));
    }
    WatchSet set = WatchSet.compile(watches);
    List<List<String>> found =
        java.util.stream.IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(
                i ->
                    set.match(Post.of("p", "ward " + i % 200 + ", m" + i % 200 + " a n" + i % 200)))
            .toList();
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).containsExactly("w" + i % 200);
    }
  }

  private static WatchSyntaxException error(String query) {
    return catchThrowableOfType(WatchSyntaxException.class, () -> WatchQuery.parse(query));
  }
}
