package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.understanding.Post;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set that has been changed answers as one compiled anew, and keeps what didn't change. */
class WatchSetChangesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void afterAnyChangesTheSetEqualsOneCompiledAnew(long seed) {
    Random random = new Random(seed);
    RandomTexts texts = new RandomTexts(random);
    Map<String, String> queries = new LinkedHashMap<>();
    IntStream.range(0, random.nextInt(400)).forEach(i -> queries.put("w" + i, texts.query(2)));
    WatchSet set = WatchSet.compile(watches(queries));
    for (int step = 0; step < 300; step++) {
      if (random.nextInt(40) == 0) {
        set = set.compacted();
      }
      List<Watch> put = new ArrayList<>();
      Set<String> removed = new HashSet<>();
      int many = random.nextInt(20) == 0 ? 80 : random.nextInt(3);
      for (int i = 0; i < many; i++) {
        String id = "w" + random.nextInt(500);
        if (random.nextInt(3) == 0) {
          removed.add(id);
        } else if (put.stream().noneMatch(watch -> watch.id().equals(id))) {
          put.add(new Watch(id, random.nextInt(20) == 0 ? "(ward" : texts.query(2)));
        }
      }
      removed.forEach(queries::remove);
      put.forEach(watch -> queries.remove(watch.id()));
      put.forEach(watch -> queries.put(watch.id(), watch.query()));
      set = set.changed(put, removed);
      if (step % 10 == 0) {
        assertSame(set, WatchSet.compile(watches(queries)), texts);
      }
    }
  }

  private static void assertSame(WatchSet set, WatchSet anew, RandomTexts texts) {
    assertThat(set.size()).isEqualTo(anew.size());
    assertThat(set.errors().keySet()).isEqualTo(anew.errors().keySet());
    for (int i = 0; i < 20; i++) {
      Post post = texts.post();
      assertThat(set.match(post)).as("%s", post).isEqualTo(anew.match(post));
    }
  }

  private static List<Watch> watches(Map<String, String> queries) {
    return queries.entrySet().stream()
        .map(entry -> new Watch(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Test
  void aSetStaysAsItWasWhenAnotherIsMadeFromIt() {
    WatchSet before = WatchSet.compile(List.of(new Watch("a", "ward"), new Watch("b", "nurse")));
    WatchSet after = before.with(new Watch("a", "mercy")).without("b");
    assertThat(before.match(Post.of("p", "ward nurse mercy"))).containsExactly("a", "b");
    assertThat(after.match(Post.of("p", "ward nurse mercy"))).containsExactly("a");
    assertThat(after.match(Post.of("p", "ward nurse"))).isEmpty();
  }

  @Test
  void anIdGivenTwiceGoesWithAllItsQueries() {
    WatchSet set =
        WatchSet.compile(
            List.of(new Watch("a", "ward"), new Watch("b", "x"), new Watch("a", "nurse")));
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.without("a").match(Post.of("p", "ward nurse x"))).containsExactly("b");
    assertThat(set.without("a").size()).isEqualTo(1);
    assertThat(set.without("a").without("a").size()).isEqualTo(1);
    WatchSet changed = set.with(new Watch("a", "mercy"));
    assertThat(changed.match(Post.of("p", "ward nurse x mercy"))).containsExactly("b", "a");
    assertThat(changed.compacted().match(Post.of("p", "ward mercy"))).containsExactly("a");
  }

  @Test
  void aWatchThatCannotBeReadAnyMoreIsFoundNoMoreUntilItIsMended() {
    WatchSet set = WatchSet.compile(List.of(new Watch("a", "ward")));
    WatchSet broken = set.with(new Watch("a", "(ward"));
    assertThat(broken.match(Post.of("p", "ward"))).isEmpty();
    assertThat(broken.errors()).containsOnlyKeys("a");
    assertThat(broken.with(new Watch("a", "ward")).errors()).isEmpty();
    assertThat(broken.without("a").errors()).isEmpty();
  }

  @Test
  void oneChangeLeavesTheOthersAsTheyWereCompiled() {
    WatchSet set = WatchSet.compile(named(0, 20_000));
    WatchSet changed = set.with(new Watch("n7", "ward")).with(new Watch("new", "nurse"));
    assertThat(changed.sharedWith(set)).isEqualTo(19_999);
    assertThat(changed.without("n8").sharedWith(set)).isEqualTo(19_998);
    assertThat(changed.compacted().sharedWith(set)).isZero();
  }

  @Test
  void manyChangesAreSaidToBeManyAndCompactedIntoOneSegment() {
    WatchSet set = WatchSet.compile(named(0, 100));
    for (int i = 1; i <= 10; i++) {
      set = set.changed(named(i * 4_000, 4_000), Set.of());
    }
    assertThat(set.isScattered()).isTrue();
    WatchSet compact = set.compacted();
    assertThat(compact.isScattered()).isFalse();
    assertThat(compact.size()).isEqualTo(set.size()).isEqualTo(40_100);
    for (int i : new int[] {0, 99, 4_000, 7_999, 43_999}) {
      assertThat(set.match(Post.of("p", "name" + i))).containsExactly("n" + i);
      assertThat(compact.match(Post.of("p", "name" + i))).containsExactly("n" + i);
    }
  }

  @Test
  void textsComeBackAsTheyWereWhenSegmentsArePutTogether() {
    List<String> queries =
        List.of("raw:\uD83D", "raw:ñ\u0000", "\"京 \uD83D\uDE00\"~2", "x", "raw:\uDE00z");
    WatchSet set = WatchSet.compile(List.of());
    for (int i = 0; i < queries.size(); i++) {
      set = set.with(new Watch("w" + i, queries.get(i)));
    }
    PackedTexts texts = new PackedTexts();
    queries.forEach(texts::add);
    texts.trimmed();
    assertThat(IntStream.range(0, texts.size()).mapToObj(texts::get)).isEqualTo(queries);
    assertThat(set.match(Post.of("p", "x \uD83D ñ\u0000"))).containsExactly("w0", "w1", "w3");
  }

  @Test
  void manyThreadsReadASetAndThoseMadeFromIt() {
    WatchSet base = WatchSet.compile(named(0, 1_000));
    List<WatchSet> sets =
        Stream.iterate(base, set -> set.without("n5").with(new Watch("n5", "name5")))
            .limit(8)
            .toList();
    boolean all =
        IntStream.range(0, 20_000)
            .parallel()
            .allMatch(
                i ->
                    sets.get(i % 8)
                        .match(Post.of("p", "the name" + i % 1_000))
                        .equals(List.of("n" + i % 1_000)));
    assertThat(all).isTrue();
  }

  private static List<Watch> named(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> new Watch("n" + i, "name" + i))
        .toList();
  }
}
