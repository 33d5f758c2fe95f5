package org.bedside.privacy.web;

import org.bedside.ui.Page;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A reply to try the guard on; nothing of it is kept.
 *
 * @param verdict absent before anything was tried
 */
public record GuardTrial(String review, String reply, @Nullable Verdict verdict) {

  static final GuardTrial NONE = new GuardTrial("", "", null);

  /** The words of a finding; the place behind the reply where it has none. */
  public String words(Verdict.Finding finding) {
    return finding.span().of(reply);
  }

  /** Why a finding matters, in the reader's language. */
  public static String why(Page page, Verdict.Finding finding) {
    String key = "guard.rule." + finding.rule();
    return page.hasText(key) ? page.text(key) : finding.why();
  }
}
