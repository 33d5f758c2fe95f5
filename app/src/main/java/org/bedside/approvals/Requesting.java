package org.bedside.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest.About;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a subject needs, and the request that asks them. */
@Component
class Requesting {

  private final Policies policies;
  private final Members members;

  Requesting(Policies policies, Members members) {
    this.policies = policies;
    this.members = members;
  }

  /** Every policy that applies, and why. */
  List<Match> matches(Subject subject) {
    Member author = members.find(subject.author()).orElse(null);
    return policies.all().stream()
        .flatMap(
            policy ->
                policy.what().when().match(subject, author).stream()
                    .map(facts -> new Match(policy, facts)))
        .toList();
  }

  /**
   * A request that nobody was asked yet.
   *
   * @throws IllegalStateException where nobody has to agree, or the subject's last moment is over
   */
  ApprovalRequest request(Subject subject, SignedIn by, Instant now) {
    List<Match> matches = matches(subject);
    List<Step> steps = Step.of(matches);
    if (steps.isEmpty()) {
      throw new IllegalStateException("Nobody has to agree to this");
    }
    Instant deadline = deadline(matches, subject.last(), now);
    if (!now.isBefore(deadline)) {
      throw new IllegalStateException("Its last moment is over, so nobody can agree in time");
    }
    return new ApprovalRequest(
        UUID.randomUUID(),
        about(subject, by),
        by.id(),
        by.name(),
        now,
        deadline,
        steps,
        List.of(),
        1,
        null);
  }

  private static Instant deadline(List<Match> matches, @Nullable Instant last, Instant now) {
    Instant deadline =
        matches.stream()
            .map(match -> now.plus(match.policy().what().allowed()))
            .min(Instant::compareTo)
            .orElse(now);
    return last != null && last.isBefore(deadline) ? last : deadline;
  }

  private About about(Subject subject, SignedIn by) {
    String author =
        members
            .find(subject.author())
            .map(Member::name)
            .orElse(by.id().equals(subject.author()) ? by.name() : "");
    return new About(
        subject.kind(),
        subject.id(),
        subject.title(),
        subject.text(),
        subject.textHash(),
        subject.link(),
        subject.network(),
        subject.author(),
        author,
        subject.last(),
        subject.replaces());
  }
}
