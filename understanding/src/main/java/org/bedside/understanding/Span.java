package org.bedside.understanding;

/**
 * A stretch of the text that was read.
 *
 * @param start first UTF-16 code unit
 * @param end the code unit after the last
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  /** The words this span covers in {@code text}. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
