package org.bedside.inbox.web;

import java.util.List;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Other words for a reply that is there, as somebody entered them, and why they were not taken.
 *
 * @param reason why they are sent although they are held back, as entered
 * @param verdict what the guard says of them; null where it is something else that keeps them back
 */
public record Rewording(
    long reply, String text, String reason, Problem problem, @Nullable Verdict verdict) {

  /** What the guard holds against them. */
  public List<Verdict.Finding> findings() {
    return verdict == null ? List.of() : verdict.findings();
  }

  /** The words that a finding is about. */
  public String words(Verdict.Finding finding) {
    return finding.span().of(text);
  }
}
