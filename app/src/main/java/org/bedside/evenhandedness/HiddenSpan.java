package org.bedside.evenhandedness;

/**
 * Words of a review that are hidden while the rest is shown.
 *
 * @param start first UTF-16 code unit of the review's text
 * @param end one past the last, above {@code start}
 */
public record HiddenSpan(int start, int end) {

  public HiddenSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("A span begins in the text and ends behind its beginning");
    }
  }
}
