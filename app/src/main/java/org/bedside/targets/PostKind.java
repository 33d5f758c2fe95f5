package org.bedside.targets;

/** What somebody wants of us, as far as it decides how soon they expect an answer. */
public enum PostKind {
  COMPLAINT,
  QUESTION,
  PRAISE,
  OTHER
}
