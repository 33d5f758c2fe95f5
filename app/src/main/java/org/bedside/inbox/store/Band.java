package org.bedside.inbox.store;

/**
 * A range of priorities, the most urgent first. Each has an index of its own over the words, themes
 * and watches of its cases, made by {@code V3__words_by_priority.sql}; PostgreSQL uses one only for
 * a condition written as here.
 */
enum Band {
  NOW(85, "c.priority >= 85"),
  ANSWER(40, "c.priority >= 40 and c.priority < 85"),
  KNOW(20, "c.priority >= 20 and c.priority < 40"),
  REST(0, "c.priority < 20");

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
