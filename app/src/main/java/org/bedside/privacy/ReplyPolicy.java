package org.bedside.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicies.Kept;
import org.bedside.privacy.GuardPolicy.Overriding;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a reply may be recorded as posted. Written so that no other way leads past it: a blocked
 * reply needs the overriding permission and a written reason, from whomever, and where the
 * organization asks for more than the guard itself, that too.
 *
 * <p>Safe for use by many threads. What was made of an organization's policy is kept until the
 * policy's version in the database is another, which is looked at for every reply: so a change
 * holds in every process from its commit on.
 */
@Component
public class ReplyPolicy {

  private static final int SHORTEST_REASON = 20;

  private record Made(long version, StricterGuard guard) {}

  private final Guard guard;
  private final GuardPolicies policies;
  private final Overrides overrides;
  private final Map<OrganizationId, Made> made = new ConcurrentHashMap<>();

  ReplyPolicy(Understanding understanding, GuardPolicies policies, Overrides overrides) {
    this.guard = understanding.guard();
    this.policies = policies;
    this.overrides = overrides;
  }

  /** What the guard, and the organization beyond it, say of {@code reply} to {@code original}. */
  public Verdict review(String reply, Post original) {
    return stricter().add(reply, guard.review(reply, original));
  }

  /** The keys of the guard's own rules. */
  public Set<String> rules() {
    return guard.rules();
  }

  /** Whether {@code by} may have a say in overriding a block here and now. */
  public boolean mayOverride(SignedIn by) {
    return by.may(Permission.OVERRIDE_GUARD)
        && stricter().policy().overriding() != Overriding.NOBODY;
  }

  /**
   * What others want to post in answer to {@code original} although it is blocked, and what {@code
   * by} wants: nothing for whoever may have no say in it.
   */
  public List<Overrides.Waiting> waiting(Post original, SignedIn by) {
    return mayOverride(by) ? waitingFor(original.id(), by) : List.of();
  }

  private List<Overrides.Waiting> waitingFor(String subject, SignedIn by) {
    return overrides.waiting(by).stream().filter(one -> one.subject().equals(subject)).toList();
  }

  private StricterGuard stricter() {
    OrganizationId organization = CurrentOrganization.find().orElse(null);
    if (organization == null) {
      return new StricterGuard(GuardPolicy.BUILT_IN);
    }
    Kept kept = policies.current();
    Made one = made.get(organization);
    if (one == null || one.version() != kept.version()) {
      one = new Made(kept.version(), new StricterGuard(kept.policy()));
      made.put(organization, one);
    }
    return one.guard();
  }

  /**
   * Whether {@code by} may record the reply as posted.
   *
   * @param original what is answered; its id tells overrides of one reply from those of another
   * @param overrideReason why it is posted although the guard blocks it, in the person's words
   */
  public Decision decide(
      String reply, Post original, @Nullable String overrideReason, SignedIn by) {
    StricterGuard stricter = stricter();
    Verdict verdict = stricter.add(reply, guard.review(reply, original));
    return switch (verdict.decision()) {
      case ALLOW, WARN -> new Decision.Allowed(verdict, null);
      case BLOCK -> {
        if (!by.may(Permission.OVERRIDE_GUARD)) {
          yield new Decision.Rejected(verdict, "reply.blocked");
        }
        Overriding overriding = stricter.policy().overriding();
        if (overriding == Overriding.NOBODY) {
          yield new Decision.Rejected(verdict, "reply.nobody-overrides");
        }
        String reason = overrideReason == null ? "" : overrideReason.strip();
        if (reason.length() < SHORTEST_REASON) {
          yield new Decision.Rejected(verdict, "reply.reason-missing");
        }
        yield switch (overriding) {
          case ONE_PERSON, NOBODY -> new Decision.Allowed(verdict, reason);
          // a token could stand for the same person as a browser
          case TWO_PEOPLE ->
              by.token()
                  ? new Decision.Rejected(verdict, "reply.second-person")
                  : second(verdict, reply, original, reason, by);
        };
      }
    };
  }

  private Decision second(
      Verdict verdict, String reply, Post original, String reason, SignedIn by) {
    Optional<Overrides.Asked> first = overrides.second(original.id(), reply, reason, by);
    return first.isEmpty()
        ? new Decision.Rejected(verdict, "reply.second-person")
        : new Decision.Allowed(
            verdict, reason + " / " + first.get().byName() + ": " + first.get().reason());
  }

  /** Allowed, or rejected with the message key that says why. */
  public sealed interface Decision {

    Verdict verdict();

    /**
     * The reply may be recorded.
     *
     * @param overrideReason the reason under which a block was overridden, or null
     */
    record Allowed(Verdict verdict, @Nullable String overrideReason) implements Decision {}

    /** It may not, for the reason that the message of this key gives. */
    record Rejected(Verdict verdict, String code) implements Decision {}
  }
}
