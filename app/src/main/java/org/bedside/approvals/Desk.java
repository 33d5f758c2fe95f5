package org.bedside.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.Ending.Why;
import org.bedside.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where requests are asked, decided and taken back; each method is one transaction. */
@Component
class Desk implements Approvals {

  private static final int LONGEST_COMMENT = 2000;
  private static final int AT_ONCE = 100;

  private final Requesting requesting;
  private final Requests requests;
  private final Course course;
  private final Clock clock;

  Desk(Requesting requesting, Requests requests, Course course, Clock clock) {
    this.requesting = requesting;
    this.requests = requests;
    this.course = course;
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
    return requesting.matches(subject);
  }

  @Override
  @Transactional
  public UUID request(Subject subject, SignedIn by) {
    Instant now = clock.instant();
    ApprovalRequest fresh = requesting.request(subject, by, now);
    for (ApprovalRequest before : requests.liveOf(subject.kind(), subject.id())) {
      boolean same = before.isAbout(subject.text());
      if (same
          && before.isOpen()
          && !before.isLateAt(now)
          && Step.areSame(before.steps(), fresh.steps())) {
        return before.id();
      }
      course.end(before, Outcome.WITHDRAWN, same ? Why.ASKED_ANEW : Why.TEXT_CHANGED, by, now);
    }
    course.begin(fresh, by, now);
    return fresh.id();
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
      course.end(request, Outcome.EXPIRED, Why.TOO_LATE, null, now);
      return Response.LATE;
    }
    if (request.version() != version) {
      return Response.OVERTAKEN;
    }
    Progress.At at = course.progress(request).current().orElse(null);
    if (at == null || !at.waiting().contains(by.id())) {
      return Response.NOT_YOUR_TURN;
    }
    course.decide(
        request,
        new Given(at.number(), by.id(), by.name(), decision, cleaned(comment), now),
        by,
        now);
    return Response.COUNTED;
  }

  @Override
  @Transactional
  public boolean withdraw(UUID id, SignedIn by) {
    ApprovalRequest request = requests.lock(id).orElse(null);
    if (request == null || !(request.isOpen() || request.isApproved())) {
      return false;
    }
    course.end(request, Outcome.WITHDRAWN, Why.TAKEN_BACK, by, clock.instant());
    return true;
  }

  @Override
  @Transactional
  public void textIs(String kind, String id, String text, SignedIn by) {
    for (ApprovalRequest request : requests.liveOf(kind, id)) {
      if (!request.isAbout(text)) {
        course.end(request, Outcome.WITHDRAWN, Why.TEXT_CHANGED, by, clock.instant());
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
      course.end(request, Outcome.WITHDRAWN, Why.TEXT_CHANGED, null, now);
      return false;
    }
    Instant last = request.isOpen() ? request.deadline() : request.about().last();
    if (last != null && !now.isBefore(last)) {
      course.end(request, Outcome.EXPIRED, Why.TOO_LATE, null, now);
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
        course.end(request, Outcome.EXPIRED, Why.TOO_LATE, null, now);
      } else {
        course.refresh(request, now);
      }
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Progress progress(ApprovalRequest request) {
    return course.progress(request);
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
