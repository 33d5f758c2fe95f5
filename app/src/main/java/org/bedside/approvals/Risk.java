package org.bedside.approvals;

/**
 * How risky it is to send something.
 *
 * @param verdict what the guard said of the text
 * @param urgency of the post that it answers
 * @param priority of the case, 0 to 100
 */
public record Risk(Verdict verdict, Urgency urgency, int priority) {

  /** Nothing about it is risky. */
  public static final Risk NONE = new Risk(Verdict.ALLOW, Urgency.NONE, 0);

  /** From harmless to grave. */
  public enum Verdict {
    ALLOW,
    WARN,
    /** The guard blocks it, and somebody who may overrode that with a written reason. */
    BLOCK_OVERRIDDEN
  }

  /** From harmless to grave. */
  public enum Urgency {
    NONE,
    LOW,
    HIGH,
    CRITICAL
  }
}
