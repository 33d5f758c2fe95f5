package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.understanding.watch.RandomTexts.ATOMS;
import static org.bedside.understanding.watch.RandomTexts.FIELDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast matcher held against the naive one; few different words, so that they often meet. */
class RandomWatchesTest {

  private static final int POSTS = 500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void findTheSameAsTheNaiveReading(long seed) throws WatchSyntaxException {
    Random random = new Random(seed);
    List<Watch> watches = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    RandomTexts texts = new RandomTexts(random);
    while (watches.size() < 150) {
      String text = texts.query(3);
      try {
        queries.add(QueryReader.read(text));
        watches.add(new Watch("w" + watches.size(), text));
      } catch (WatchSyntaxException e) {
        assertThat(e.code()).isEqualTo("watch.only-negative");
      }
    }
    WatchSet set = WatchSet.compile(watches);
    int matches = 0;
    for (int i = 0; i < 60; i++) {
      Post post = texts.post();
      NaiveMatcher naive = new NaiveMatcher(post);
      List<String> expected = new ArrayList<>();
      for (int w = 0; w < queries.size(); w++) {
        if (naive.matches(queries.get(w))) {
          expected.add(watches.get(w).id());
        }
      }
      matches += expected.size();
      List<String> found = set.match(post);
      assertThat(found)
          .as("%s%n%s", post, difference(watches, found, expected))
          .isEqualTo(expected);
    }
    assertThat(matches).isGreaterThan(500);
    for (int i = 0; i < 60; i++) {
      Post post = texts.post();
      WatchQuery query = WatchQuery.parse(watches.get(i).query());
      boolean matched = new NaiveMatcher(post).matches(queries.get(i));
      assertThat(query.matches(post)).isEqualTo(matched);
      List<Span> spans = query.highlight(post);
      int end = 0;
      for (Span span : spans) {
        assertThat(matched).isTrue();
        assertThat(span.start()).isGreaterThanOrEqualTo(end);
        assertThat(span.end()).isBetween(span.start() + 1, post.text().length());
        end = span.end();
      }
    }
  }

  @Test
  void everyTermIsFoundSomewhereAndNowhereElseThanTheNaiveReadingFindsIt()
      throws WatchSyntaxException {
    RandomTexts texts = new RandomTexts(new Random(9));
    List<String> terms = Stream.concat(ATOMS.stream(), FIELDS.stream()).toList();
    int[] matches = new int[terms.size()];
    for (int i = 0; i < POSTS; i++) {
      Post post = texts.post();
      NaiveMatcher naive = new NaiveMatcher(post);
      for (int t = 0; t < matches.length; t++) {
        boolean expected = naive.matches(QueryReader.read(terms.get(t)));
        assertThat(WatchQuery.parse(terms.get(t)).matches(post))
            .as("%s in %s", terms.get(t), post)
            .isEqualTo(expected);
        matches[t] += expected ? 1 : 0;
      }
    }
    for (int t = 0; t < matches.length; t++) {
      assertThat(matches[t]).as(terms.get(t)).isBetween(1, POSTS - 1);
    }
  }

  @Test
  void everyPairOfTermsIsFoundNearOneAnotherAsTheNaiveReadingFindsIt() throws WatchSyntaxException {
    RandomTexts texts = new RandomTexts(new Random(10));
    List<Post> posts = Stream.generate(texts::post).limit(8).toList();
    List<Watch> watches = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < ATOMS.size(); i++) {
      for (int j = 0; j < ATOMS.size(); j++) {
        String operator = List.of(" NEAR/2 ", " NEAR/1f ", " ", " NOT ").get((i + j) % 4);
        String text = ATOMS.get(i) + operator + ATOMS.get(j);
        watches.add(new Watch("w" + watches.size(), text));
        queries.add(QueryReader.read(text));
      }
    }
    WatchSet set = WatchSet.compile(watches);
    for (Post post : posts) {
      NaiveMatcher naive = new NaiveMatcher(post);
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        if (naive.matches(queries.get(i))) {
          expected.add(watches.get(i).id());
        }
      }
      List<String> found = set.match(post);
      assertThat(found)
          .as("%s%n%s", post, difference(watches, found, expected))
          .isEqualTo(expected);
    }
  }

  private static String difference(List<Watch> watches, List<String> found, List<String> expected) {
    return watches.stream()
        .filter(watch -> found.contains(watch.id()) != expected.contains(watch.id()))
        .map(watch -> watch + " expected " + expected.contains(watch.id()))
        .toList()
        .toString();
  }
}
