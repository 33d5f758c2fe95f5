package org.bedside.understanding;

import java.util.List;

/**
 * All that one organization teaches. Of more than {@value #MOST_THEMES} themes and {@value
 * #MOST_LESSONS} lessons the last ones count.
 *
 * @param themes its own, no two of one name
 * @param lessons what its people corrected, oldest first; the later of two on one post's text and
 *     part counts
 */
public record Teaching(List<OwnTheme> themes, List<Lesson> lessons) {

  public static final int MOST_THEMES = 40;
  public static final int MOST_LESSONS = 1000;

  /** Nothing taught. */
  public static final Teaching NONE = new Teaching(List.of(), List.of());

  public Teaching {
    themes = last(themes, MOST_THEMES);
    lessons = last(lessons, MOST_LESSONS);
  }

  private static <T> List<T> last(List<T> all, int most) {
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }
}
