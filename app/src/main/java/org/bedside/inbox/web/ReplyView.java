package org.bedside.inbox.web;

import java.util.List;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The reply composer.
 *
 * @param verdict what the guard says of the draft; absent while there is none
 * @param problem message key of what kept it from being recorded, or null
 * @param wordings safe ones to start from
 */
public record ReplyView(
    String text,
    @Nullable Verdict verdict,
    @Nullable String problem,
    boolean mayOverride,
    List<String> wordings) {

  /** Words around a finding, so that it is recognised in the draft. */
  public record Context(String before, String words, String after) {}

  public Context context(Verdict.Finding finding) {
    int start = Math.min(finding.span().start(), text.length());
    int end = Math.min(finding.span().end(), text.length());
    int from = Math.max(0, start - 40);
    int to = Math.min(text.length(), end + 40);
    return new Context(
        (from > 0 ? "…" : "") + text.substring(from, start),
        text.substring(start, end),
        text.substring(end, to) + (to < text.length() ? "…" : ""));
  }

  public boolean blocked() {
    return verdict != null && verdict.decision() == Verdict.Decision.BLOCK;
  }
}
