package org.bedside.wordings;

import java.time.Instant;
import java.util.UUID;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A wording that replies can be made of.
 *
 * @param verdict what the guard said of it when it was written or approved last
 * @param changedBy who wrote it as it is
 * @param approval null while nobody has approved these very words
 */
public record Wording(
    UUID id,
    WordingText text,
    Verdict.Decision verdict,
    String changedBy,
    Instant changedAt,
    @Nullable Approval approval,
    boolean retired) {

  /** Who said that it may be used. */
  public record Approval(String by, Instant at) {}

  public boolean approved() {
    return approval != null && !retired;
  }

  /** Whether somebody has yet to say that it may be used. */
  public boolean waits() {
    return approval == null && !retired;
  }
}
