package org.bedside.ui;

/**
 * Words of a text that carry a meaning.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last
 * @param label what it is, in the reader's language: "Waiting time, negative"
 */
public record Mark(int start, int end, Kind kind, String label) {

  /** How it looks; the order is that in which kinds win where several meet. */
  public enum Kind {
    URGENT("hl-urgent"),
    PRIVATE("hl-private"),
    SAD("hl-sad"),
    GLAD("hl-glad"),
    EVEN(""),
    ASK("hl-ask");

    private final String css;

    Kind(String css) {
      this.css = css;
    }

    /** Its class name; empty for the plain mark. */
    public String css() {
      return css;
    }
  }
}
