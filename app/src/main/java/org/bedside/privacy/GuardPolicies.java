package org.bedside.privacy;

import java.time.Instant;
import java.util.List;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** How strict the current organization wants the guard. Safe for use by many threads. */
public interface GuardPolicies {

  /** A reason to take something back is at least so long. */
  int SHORTEST_REASON = 20;

  /** What holds now. */
  Kept current();

  /**
   * Puts {@code policy} in the place of what held. Audited; only with a written reason where a part
   * of what held is taken back.
   *
   * @param reason why something is taken back; not looked at where nothing is
   */
  Change change(GuardPolicy policy, @Nullable String reason, SignedIn by);

  /**
   * A policy as it is kept.
   *
   * @param version rises with each change; 0 before the first
   */
  record Kept(
      GuardPolicy policy, long version, @Nullable Instant changedAt, @Nullable String changedBy) {}

  /** What came of a change. */
  sealed interface Change {

    record Made(Kept kept) implements Change {}

    /**
     * Nothing was changed.
     *
     * @param parts what would have been taken back without a reason
     */
    record NeedsReason(List<GuardPolicy.Part> parts) implements Change {}
  }
}
