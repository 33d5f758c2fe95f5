package org.bedside.inbox;

/** How a case ended. */
public enum Outcome {
  ANSWERED_ONLINE(true),
  ANSWERED_OFFLINE(true),
  /** Led to a private conversation. */
  HANDED_OVER(true),
  /** Somebody else in the house has it now. */
  ESCALATED(false),
  NO_FOLLOW_UP(false),
  NOT_ABOUT_US(false),
  SPAM(false);

  private final boolean answer;

  Outcome(boolean answer) {
    this.answer = answer;
  }

  /** Whether its writer got an answer by it. */
  public boolean isAnswer() {
    return answer;
  }
}
