package org.bedside.evenhandedness;

/** An act can't be recorded; nothing was stored. */
public final class ActRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  /** What stands against it; each has a sentence {@code ledger.refused.<name>}. */
  public enum Why {
    NO_SUCH_REVIEW,
    /** The same act is in force. */
    ALREADY_RECORDED,
    NOTHING_TO_RESTORE,
    /** A reason for acting was given for taking back, or the other way round. */
    REASON_OF_ANOTHER_ACT,
    SPAN_MISSING,
    /** Words were named for an act that concerns the whole review. */
    SPAN_NOT_ASKED_FOR,
    SPAN_OUTSIDE,
    /** Hiding every word is hiding the review. */
    SPAN_IS_EVERYTHING
  }

  public ActRefusedException(Why why) {
    super("The act was refused: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
