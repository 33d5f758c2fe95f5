package org.bedside.privacy;

import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a reply may be recorded as posted. Written so that no other way leads past it: a blocked
 * reply needs the overriding permission and a written reason, from whomever.
 */
@Component
public class ReplyPolicy {

  private static final int SHORTEST_REASON = 20;

  private final Guard guard;

  ReplyPolicy(Understanding understanding) {
    guard = understanding.guard();
  }

  /** What the guard says of {@code reply} to {@code original}. */
  public Verdict review(String reply, Post original) {
    return guard.review(reply, original);
  }

  /**
   * Whether {@code by} may record the reply as posted.
   *
   * @param overrideReason why it is posted although the guard blocks it, in the person's words
   */
  public Decision decide(
      String reply, Post original, @Nullable String overrideReason, SignedIn by) {
    Verdict verdict = review(reply, original);
    return switch (verdict.decision()) {
      case ALLOW, WARN -> new Decision.Allowed(verdict, null);
      case BLOCK -> {
        if (!by.may(Permission.OVERRIDE_GUARD)) {
          yield new Decision.Rejected(verdict, "reply.blocked");
        }
        String reason = overrideReason == null ? "" : overrideReason.strip();
        yield reason.length() < SHORTEST_REASON
            ? new Decision.Rejected(verdict, "reply.reason-missing")
            : new Decision.Allowed(verdict, reason);
      }
    };
  }

  /** Allowed, or rejected with the message key that says why. */
  public sealed interface Decision {

    Verdict verdict();

    /**
     * @param overrideReason the reason under which a block was overridden, or null
     */
    record Allowed(Verdict verdict, @Nullable String overrideReason) implements Decision {}

    record Rejected(Verdict verdict, String code) implements Decision {}
  }
}
