package org.bedside.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest.About;
import org.bedside.approvals.Ending.Why;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks, counts and ends. */
@Component
class Desk implements Approvals {

  private static final int LONGEST_COMMENT = 2000;
  private static final int AT_ONCE = 100;

  private final Policies policies;
  private final Requests requests;
  private final Turns turns;
  private final Members members;
  private final Proceedings record;
  private final Clock clock;

  Desk(
      Policies policies,
      Requests requests,
      Turns turns,
      Members members,
      Proceedings record,
      Clock clock) {
    this.policies = policies;
    this.requests = requests;
    this.turns = turns;
    this.members = members;
    this.record = record;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Step> required(Subject subject) {
    return Step.of(explain(subject));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Match> explain(Subject subject) {
    Member author = members.find(subject.author()).orElse(null);
    return policies.all().stream()
        .flatMap(
            policy ->
                policy.what().when().match(subject, author).stream()
                    .map(facts -> new Match(policy, facts)))
        .toList();
  }

  @Override
  @Transactional
  public UUID request(Subject subject, SignedIn by) {
    Instant now = clock.instant();
    List<Match> matches = explain(subject);
    List<Step> steps = Step.of(matches);
    if (steps.isEmpty()) {
      throw new IllegalStateException("Nobody has to agree to this");
    }
    Instant deadline = deadline(matches, subject.last(), now);
    if (!now.isBefore(deadline)) {
      throw new IllegalStateException("Its last moment is over, so nobody can agree in time");
    }
    for (ApprovalRequest before : requests.liveOf(subject.kind(), subject.id())) {
      boolean same = before.isAbout(subject.text());
      if (same && before.isOpen() && !before.isLateAt(now) && Step.areSame(before.steps(), steps)) {
        return before.id();
      }
      end(before, Outcome.WITHDRAWN, same ? Why.ASKED_ANEW : Why.TEXT_CHANGED, by, now);
    }
    ApprovalRequest fresh =
        new ApprovalRequest(
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
    requests.add(fresh);
    record.asked(fresh, by);
    refresh(fresh, now);
    return fresh.id();
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

  @Override
  @Transactional(readOnly = true)
  public Optional<ApprovalRequest> find(UUID request) {
    return requests.find(request);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> ofSubject(String kind, String id) {
    return requests.ofSubject(kind, id);
  }

  @Override
  @Transactional
  public Response decide(UUID id, int version, Decision decision, String comment, SignedIn by) {
    ApprovalRequest request = requests.lock(id).orElse(null);
    Instant now = clock.instant();
    if (request == null) {
      return Response.UNKNOWN;
    }
    if (!request.isOpen()) {
      return Response.OVER;
    }
    if (request.isLateAt(now)) {
      end(request, Outcome.EXPIRED, Why.TOO_LATE, null, now);
      return Response.LATE;
    }
    if (request.version() != version) {
      return Response.OVERTAKEN;
    }
    Progress.At at = progress(request).current().orElse(null);
    if (at == null || !at.waiting().contains(by.id())) {
      return Response.NOT_YOUR_TURN;
    }
    requests.give(id, new Given(at.number(), by.id(), by.name(), decision, cleaned(comment), now));
    record.decided(request, decision, by);
    switch (decision) {
      case REFUSE -> end(request, Outcome.REFUSED, Why.DECIDED, by, now);
      case APPROVE -> goOn(requests.find(id).orElseThrow(), by, now);
    }
    return Response.COUNTED;
  }

  private void goOn(ApprovalRequest request, SignedIn by, Instant now) {
    if (progress(request).isDone()) {
      end(request, Outcome.APPROVED, Why.DECIDED, by, now);
    } else {
      refresh(request, now);
    }
  }

  @Override
  @Transactional
  public boolean withdraw(UUID id, SignedIn by) {
    ApprovalRequest request = requests.lock(id).orElse(null);
    if (request == null || !(request.isOpen() || request.isApproved())) {
      return false;
    }
    end(request, Outcome.WITHDRAWN, Why.TAKEN_BACK, by, clock.instant());
    return true;
  }

  @Override
  @Transactional
  public void textIs(String kind, String id, String text, SignedIn by) {
    for (ApprovalRequest request : requests.liveOf(kind, id)) {
      if (!request.isAbout(text)) {
        end(request, Outcome.WITHDRAWN, Why.TEXT_CHANGED, by, clock.instant());
      }
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean stillHolds(UUID id, String text) {
    ApprovalRequest request = requests.lock(id).orElse(null);
    Instant now = clock.instant();
    if (request == null || !(request.isOpen() || request.isApproved())) {
      return false;
    }
    if (!request.isAbout(text)) {
      end(request, Outcome.WITHDRAWN, Why.TEXT_CHANGED, null, now);
      return false;
    }
    Instant last = request.isOpen() ? request.deadline() : request.about().last();
    if (last != null && !now.isBefore(last)) {
      end(request, Outcome.EXPIRED, Why.TOO_LATE, null, now);
      return false;
    }
    return request.isApproved();
  }

  /** One round of the clock; in the current organization. */
  @Transactional
  public void look() {
    Instant now = clock.instant();
    for (ApprovalRequest request : requests.takeDue(now, AT_ONCE)) {
      if (request.isLateAt(now)) {
        end(request, Outcome.EXPIRED, Why.TOO_LATE, null, now);
      } else {
        refresh(request, now);
      }
    }
  }

  private void refresh(ApprovalRequest request, Instant now) {
    List<Member> here = members.current();
    turns.refresh(request, progress(request, here), here, now);
  }

  @Override
  @Transactional(readOnly = true)
  public Progress progress(ApprovalRequest request) {
    return progress(request, members.current());
  }

  private static Progress progress(ApprovalRequest request, List<Member> here) {
    return Progress.of(request.steps(), request.given(), request.about().author(), here);
  }

  private void end(
      ApprovalRequest request, Outcome outcome, Why why, @Nullable SignedIn by, Instant now) {
    requests.end(request.id(), new Ending(outcome, why, by == null ? "" : by.name(), now));
    record.ended(request, outcome, why, by);
  }

  @Override
  @Transactional(readOnly = true)
  public long waitingFor(UUID member) {
    return requests.waitingFor(member);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> list(View view, UUID member, int most) {
    return requests.list(view, member, most);
  }

  private static String cleaned(String comment) {
    String plain = comment.strip();
    return plain.length() <= LONGEST_COMMENT ? plain : plain.substring(0, LONGEST_COMMENT);
  }
}
