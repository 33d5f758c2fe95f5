package org.bedside.understanding;

import java.util.List;

/**
 * What the guard says of a reply.
 *
 * @param findings every stretch of the reply that would disclose or might; empty when allowed
 */
public record Verdict(Decision decision, List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** In ascending order of severity. */
  public enum Decision {
    ALLOW,
    WARN,
    BLOCK
  }

  /**
   * One disclosure, or a risk of one.
   *
   * @param rule stable key, such as {@code confirms-patient}; also the key of its message
   * @param span the words of the reply
   * @param decision how severe this finding is by itself
   * @param why one plain English sentence, without blame
   * @param instead a safe wording to put in the span's place; may be empty where it is best removed
   */
  public record Finding(String rule, Span span, Decision decision, String why, String instead) {}
}
