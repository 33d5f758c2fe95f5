package org.bedside.bench.score;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;

/** Posts a second of {@link Understanding#assess}: about 20 words, on one thread and on two. */
public final class AssessSpeed {

  private static final int POSTS = 6000;
  private static final String[] WORDS =
      ("the nurse waited hours with us and nobody told me why my appointment was late again but "
              + "reception were lovely clean ward good food terrible parking thank you doctor")
          .split(" ");

  private AssessSpeed() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    long begun = System.nanoTime();
    Understanding understanding = Understanding.load();
    System.out.printf("load: %.0f ms%n", (System.nanoTime() - begun) / 1e6);
    List<Post> posts = posts(20, POSTS);
    understanding.assess(posts);
    begun = System.nanoTime();
    understanding.assess(posts);
    System.out.printf("one thread, 20 words: %.0f posts/s%n", POSTS / seconds(begun));
    try (var pool = Executors.newFixedThreadPool(2)) {
      begun = System.nanoTime();
      var halves =
          List.of(posts.subList(0, POSTS / 2), posts.subList(POSTS / 2, POSTS)).stream()
              .map(half -> pool.submit(() -> understanding.assess(half)))
              .toList();
      for (var half : halves) {
        half.get();
      }
      System.out.printf("two threads, 20 words: %.0f posts/s%n", POSTS / seconds(begun));
    }
    for (int words : new int[] {200, 2_000, 20_000}) {
      List<Post> longer = posts(words, Math.max(1, 20_000 / words));
      begun = System.nanoTime();
      understanding.assess(longer);
      System.out.printf("%d words: %.2f ms a post%n", words, seconds(begun) * 1000 / longer.size());
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static List<Post> posts(int words, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            p -> {
              var text = new StringBuilder();
              for (int w = 0; w < words; w++) {
                text.append(WORDS[Math.floorMod(p * 31 + w * 7 + w * w * p, WORDS.length)])
                    .append(w % 11 == 10 ? ". " : " ");
              }
              return Post.of("p" + p, text.toString());
            })
        .toList();
  }
}
