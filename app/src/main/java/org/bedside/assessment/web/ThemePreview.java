package org.bedside.assessment.web;

import java.time.Instant;
import java.util.List;
import org.bedside.ui.Excerpt;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which stored mentions a theme would mark.
 *
 * @param looked how many of the latest it was tried on
 * @param found how many of them it would mark
 */
public record ThemePreview(int looked, int found, List<Sample> samples) {

  static final int SHOWN = 12;
  private static final int BEFORE = 80;
  private static final int AFTER = 160;

  public ThemePreview {
    samples = List.copyOf(samples);
  }

  /**
   * A mention that it would mark.
   *
   * @param words those that speak loudest of the theme
   */
  public record Sample(
      String before,
      String words,
      String after,
      @Nullable String author,
      String source,
      Instant publishedAt) {

    static Sample of(
        String text, Span span, @Nullable String author, String source, Instant publishedAt) {
      int from = Excerpt.begin(text, span.start() - BEFORE, span.start());
      int to = Excerpt.end(text, span.end() + AFTER, span.end());
      return new Sample(
          (from > 0 ? "… " : "") + text.substring(from, span.start()),
          span.of(text),
          text.substring(span.end(), to) + (to < text.length() ? " …" : ""),
          author,
          source,
          publishedAt);
    }
  }
}
