package org.bedside.understanding.text;

/**
 * One word or mark of a text.
 *
 * @param start first UTF-16 code unit
 * @param end the code unit after the last
 * @param norm the form that models see: lower case, at most two of a letter in a row, digits as 0
 * @param stretched whether letters were repeated beyond two ("sooo")
 * @param shouted whether it is a word of two or more letters, all capitals
 */
public record Token(
    int start, int end, Kind kind, String norm, boolean stretched, boolean shouted) {

  /** What sort of mark it is. */
  public enum Kind {
    WORD,
    NUMBER,
    URL,
    MENTION,
    HASHTAG,
    EMOJI,
    EMOTICON,
    PUNCTUATION
  }

  /** Whether it carries meaning by itself, unlike punctuation. */
  public boolean isWord() {
    return kind != Kind.PUNCTUATION;
  }
}
