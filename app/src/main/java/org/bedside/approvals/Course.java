package org.bedside.approvals;

import java.time.Instant;
import java.util.List;
import org.bedside.approvals.Ending.Why;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The course of a request: it begins, goes from step to step and ends; inside a transaction. */
@Component
class Course {

  private final Requests requests;
  private final Turns turns;
  private final Members members;
  private final Proceedings record;

  Course(Requests requests, Turns turns, Members members, Proceedings record) {
    this.requests = requests;
    this.turns = turns;
    this.members = members;
    this.record = record;
  }

  /** Keeps a new request and asks whose turn it is. */
  void begin(ApprovalRequest fresh, SignedIn by, Instant now) {
    requests.add(fresh);
    record.asked(fresh, by);
    refresh(fresh, now);
  }

  /** Counts a decision, which may end the request or make it somebody else's turn. */
  void decide(ApprovalRequest request, Given given, SignedIn by, Instant now) {
    requests.give(request.id(), given);
    record.decided(request, given.decision(), by);
    switch (given.decision()) {
      case REFUSE -> end(request, Outcome.REFUSED, Why.DECIDED, by, now);
      case APPROVE -> goOn(requests.find(request.id()).orElseThrow(), by, now);
    }
  }

  private void goOn(ApprovalRequest request, SignedIn by, Instant now) {
    if (progress(request).isDone()) {
      end(request, Outcome.APPROVED, Why.DECIDED, by, now);
    } else {
      refresh(request, now);
    }
  }

  /** Brings an open request up to date with the people who work here now. */
  void refresh(ApprovalRequest request, Instant now) {
    List<Member> here = members.current();
    turns.refresh(request, progress(request, here), here, now);
  }

  Progress progress(ApprovalRequest request) {
    return progress(request, members.current());
  }

  private static Progress progress(ApprovalRequest request, List<Member> here) {
    return Progress.of(request.steps(), request.given(), request.about().author(), here);
  }

  /** Ends a request and tells whom it concerns; {@code by} is null where a clock did it. */
  void end(ApprovalRequest request, Outcome outcome, Why why, @Nullable SignedIn by, Instant now) {
    requests.end(request.id(), new Ending(outcome, why, by == null ? "" : by.name(), now));
    record.ended(request, outcome, why, by);
  }
}
