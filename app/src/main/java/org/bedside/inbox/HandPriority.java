package org.bedside.inbox;

/** How much a case matters by a person's word. */
public enum HandPriority {
  ACT_NOW(90),
  NEEDS_ANSWER(60),
  GOOD_TO_KNOW(22);

  private final int score;

  HandPriority(int score) {
    this.score = score;
  }

  /** Where it stands among the software's priorities, 0 to 100. */
  public int score() {
    return score;
  }
}
