package org.bedside.inbox.store;

/**
 * A range of priorities, the most urgent first. Each has an index of its own over the words, themes
 * and watches of its cases, made by {@code V10__teams_labels_priority.sql}; PostgreSQL uses one
 * only for a condition written as here.
 */
enum Band {
  NOW(85, "c.standing >= 85"),
  ANSWER(40, "c.standing >= 40 and c.standing < 85"),
  KNOW(20, "c.standing >= 20 and c.standing < 40"),
  REST(0, "c.standing < 20");

  private final int least;
  private final String condition;

  Band(int least, String condition) {
    this.least = least;
    this.condition = condition;
  }

  /** The lowest priority in it. */
  int least() {
    return least;
  }

  /** The range as SQL, over the table {@code c}. */
  String condition() {
    return condition;
  }
}
