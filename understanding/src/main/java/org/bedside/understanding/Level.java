package org.bedside.understanding;

/** How thoroughly a post is read. */
public enum Level {
  /**
   * By linear models and patterns alone: more than a thousand short posts a second on two cores.
   */
  QUICK,
  /**
   * With the sentence encoder beside them: more accurate, some two hundred short posts a second.
   */
  THOROUGH
}
