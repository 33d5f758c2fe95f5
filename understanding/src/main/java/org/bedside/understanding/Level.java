package org.bedside.understanding;

/** How thoroughly a post is read. */
public enum Level {
  /** By linear models and patterns alone: some thousands of posts a second. */
  QUICK,
  /** With the sentence encoder beside them: more accurate, some hundreds of posts a second. */
  THOROUGH
}
