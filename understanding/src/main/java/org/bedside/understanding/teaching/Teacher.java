package org.bedside.understanding.teaching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bedside.understanding.Lesson;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Post;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.judge.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Learns what organizations teach, each by itself. Immutable but for the background, which is read
 * when somebody first teaches; thread-safe.
 */
public final class Teacher {

  private static final int MOST_OTHERS = 200;

  private final Base base;
  private @Nullable Background background;

  public Teacher(Base base) {
    this.base = base;
  }

  /** Learns; takes seconds at most where there are a thousand lessons. */
  public Taught learn(Teaching teaching) {
    if (teaching.themes().isEmpty() && teaching.lessons().isEmpty()) {
      return Taught.NOTHING;
    }
    Background behind = background();
    var texts = new Texts(base, behind.sketcher());
    for (OwnTheme theme : teaching.themes()) {
      theme.examples().forEach(texts::number);
      theme.counterexamples().forEach(texts::number);
    }
    for (Lesson lesson : teaching.lessons()) {
      texts.number(lesson.post());
    }
    var shelf = new Shelf(texts.sketches());
    var likenesses = new Likenesses(behind, shelf, texts.sketches());
    List<OwnThemeHead> heads = new ArrayList<>();
    for (OwnTheme theme : teaching.themes()) {
      heads.add(head(theme, teaching, texts, likenesses));
    }
    LessonHeads lessons = new LessonFitting(base, texts, likenesses).fit(teaching.lessons());
    return new Learned(behind, shelf, List.copyOf(heads), lessons);
  }

  private synchronized Background background() {
    if (background == null) {
      background = Background.load(base);
    }
    return background;
  }

  private static OwnThemeHead head(
      OwnTheme theme, Teaching teaching, Texts texts, Likenesses likenesses) {
    Set<Integer> speak = numbers(theme.examples(), texts);
    Set<Integer> chosen = new TreeSet<>(speak);
    chosen.addAll(numbers(theme.counterexamples(), texts));
    teaching.themes().stream()
        .filter(other -> !other.name().equals(theme.name()))
        .flatMap(other -> other.examples().stream())
        .limit(MOST_OTHERS)
        .forEach(example -> chosen.add(texts.number(example)));
    // what is shown as not speaking of it doesn't, whatever was shown before
    speak.removeAll(numbers(theme.counterexamples(), texts));
    int[] numbers = chosen.stream().mapToInt(number -> number).toArray();
    boolean[] is = new boolean[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      is[i] = speak.contains(numbers[i]);
    }
    return new OwnThemeFitting(likenesses, numbers, is)
        .fit(theme.name(), List.copyOf(numbers(theme.counterexamples(), texts)));
  }

  private static Set<Integer> numbers(List<String> of, Texts texts) {
    return of.stream().map(texts::number).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The texts that are taught, each once. */
  static final class Texts {

    private final Base base;
    private final Sketcher sketcher;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Sketch> sketches = new ArrayList<>();

    Texts(Base base, Sketcher sketcher) {
      this.base = base;
      this.sketcher = sketcher;
    }

    int number(String text) {
      return number(Post.of("", text));
    }

    int number(Post post) {
      return numbers.computeIfAbsent(
          post.text(),
          text -> {
            Reading reading = base.read(post);
            readings.add(reading);
            sketches.add(sketcher.whole(reading));
            return readings.size() - 1;
          });
    }

    Reading reading(int number) {
      return readings.get(number);
    }

    List<Sketch> sketches() {
      return sketches;
    }
  }
}
