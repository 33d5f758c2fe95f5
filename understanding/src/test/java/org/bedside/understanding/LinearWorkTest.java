package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bedside.understanding.encoder.PieceCutter;
import org.junit.jupiter.api.Test;

/**
 * No text costs more than its length: four times the text, about four times the memory allocated on
 * the way, which unlike time is the same on any machine. Time is measured by {@code bin/bench
 * assess-speed} and held to account by {@code bin/fuzz}.
 */
class LinearWorkTest {

  private static final int SHORT = 4_000;
  private static final int TIMES = 4;
  private static final double MOST = 6;
  private static final List<String> UNITS =
      List.of(
          "a",
          "waiting ",
          "your visit ",
          "if we saw you ",
          "In a film. ",
          "I want to kill myself. ",
          "Ana Ficticia ",
          "Dr. Ana, ",
          "Willow Creek ",
          "garlic cures flu? ",
          "please fix the parking\n",
          "ana@willow.example ",
          "https://willow.example/a ",
          "1-",
          "12/31/1999 ",
          "y o u ",
          "a.b",
          "#MaskUp",
          "&amp;",
          "(",
          "😡",
          "e\u0301",
          "\uD83D",
          "医",
          "\u202E ");

  private static long allocated() throws ReflectiveOperationException {
    // by name, since the library's module reads no management
    Object bean =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Object bytes =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes")
            .invoke(bean);
    if (bytes instanceof Long count) {
      return count;
    }
    throw new IllegalStateException("no count of allocated bytes");
  }

  private static long cost(Consumer<String> work, String text) throws Exception {
    long before = allocated();
    work.accept(text);
    return allocated() - before;
  }

  private static Map<String, Consumer<String>> works() {
    Understanding understanding = Understanding.load();
    Directory directory =
        Directory.of(
            List.of(
                new DirectoryEntry(
                    "loc", DirectoryEntry.Kind.LOCATION, List.of("Willow Creek"), "Springfield")));
    Guard guard = Guard.standard();
    ClaimIndex claims = ClaimIndex.of(List.of(new Claim("c", "Garlic cures the flu.", null, null)));
    WatchSet watches =
        WatchSet.compile(
            List.of(
                new Watch("a", "(your OR you OR a) NEAR/9 (visit OR we)"),
                new Watch("b", "\"saw you\"~3 OR #MaskUp OR willow.example OR raw:\"((\"")));
    PieceCutter cutter = PieceCutter.load();
    Map<String, Consumer<String>> works = new LinkedHashMap<>();
    works.put("assess", text -> understanding.assess(List.of(Post.of("1", text)), directory));
    works.put("guard", text -> guard.review(text, Post.of("1", "Fine.")));
    works.put("review", text -> guard.review("Thank you.", Post.of("1", text)));
    works.put("claims", text -> claims.find(Post.of("1", text), 1));
    works.put("match", text -> watches.match(Post.of("1", text)));
    works.put("stories", text -> StoryPrint.of(Post.of("1", text)).keys());
    works.put("pieces", cutter::cut);
    return works;
  }

  @Test
  void fourTimesTheTextIsAboutFourTimesTheWork() throws Exception {
    List<String> beyond = new ArrayList<>();
    for (Map.Entry<String, Consumer<String>> work : works().entrySet()) {
      for (String unit : UNITS) {
        String text = unit.repeat(SHORT / unit.length());
        String longer = text.repeat(TIMES);
        // what is made once, at the first call, is not the text's
        work.getValue().accept(longer);
        long once = cost(work.getValue(), text);
        long more = cost(work.getValue(), longer);
        if (more > MOST * Math.max(once, SHORT)) {
          beyond.add(work.getKey() + " of \"" + unit + "\": " + once + " to " + more + " bytes");
        }
      }
    }
    assertThat(beyond).isEmpty();
  }
}
