package org.bedside.inbox;

/** A file that can't go out with a reply. */
public final class PictureRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public PictureRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public enum Reason {
    /** Neither PNG nor JPEG, or damaged. */
    UNREADABLE,
    TOO_LARGE,
    /** More pixels than can be drawn anew. */
    TOO_MANY_PIXELS,
    TOO_MANY,
    WITHOUT_WORDS
  }
}
