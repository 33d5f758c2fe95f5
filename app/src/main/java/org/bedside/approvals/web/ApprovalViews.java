package org.bedside.approvals.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Ending;
import org.bedside.approvals.Given;
import org.bedside.approvals.Outcome;
import org.bedside.approvals.Progress;
import org.bedside.approvals.Step;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Puts requests into words. */
@Component
class ApprovalViews {

  private static final int MOST = 200;
  private static final Duration SOON = Duration.ofHours(2);

  private final Approvals approvals;
  private final Members members;
  private final Clock clock;

  ApprovalViews(Approvals approvals, Members members, Clock clock) {
    this.approvals = approvals;
    this.members = members;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<RequestLine> list(Approvals.View view, SignedIn who, Page page) {
    Words words = new Words(page, Map.of(), clock);
    return approvals.list(view, who.id(), MOST).stream()
        .map(
            request ->
                new RequestLine(
                    "/approvals/" + request.id(),
                    request.about().title(),
                    request.askedByName(),
                    request.askedAt(),
                    clock(request, words),
                    tone(request)))
        .toList();
  }

  /**
   * One request for this person.
   *
   * @throws ResponseStatusException where it is none of this person's business
   */
  @Transactional(readOnly = true)
  Optional<RequestView> find(UUID id, SignedIn who, Page page) {
    return approvals
        .find(id)
        .map(
            request -> {
              List<Member> here = members.current();
              if (!concerns(request, who, here)) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, "somebody else's");
              }
              return view(request, who, here, page);
            });
  }

  private RequestView view(ApprovalRequest request, SignedIn who, List<Member> here, Page page) {
    Words words = Words.of(page, here, clock);
    Progress progress =
        Progress.of(request.steps(), request.given(), request.about().author(), here);
    boolean open = request.isOpen() && !request.isLateAt(clock.instant());
    return new RequestView(
        request,
        steps(progress, words, !open),
        clock(request, words),
        tone(request),
        open && progress.waiting().contains(who.id()),
        open && (isOwn(request, who) || who.may(Permission.MANAGE_APPROVALS)),
        open && progress.isStuck(),
        "",
        List.of(),
        "");
  }

  /**
   * Of a request that has ended it isn't said that a step can't be met, for it need not be.
   *
   * @param over whether it has ended
   */
  static List<StepView> steps(Progress progress, Words words, boolean over) {
    return progress.steps().stream().map(at -> step(at, words, over || at.possible())).toList();
  }

  private static StepView step(Progress.At at, Words words, boolean possible) {
    Step step = at.step();
    boolean several = step.ask().parties().size() > 1;
    return new StepView(
        at.number() + 1,
        at.standing(),
        several ? words.page().text("approvals.rule." + step.ask().rule().name()) : "",
        at.seats().stream().map(seat -> seat(seat, words)).toList(),
        step.because().stream().map(words::reason).toList(),
        possible);
  }

  private static StepView.Seat seat(Progress.Seat seat, Words words) {
    Given agreed = seat.agreed();
    return new StepView.Seat(
        words.party(seat.party()),
        agreed == null ? null : agreed.name(),
        agreed == null ? null : agreed.at());
  }

  private static boolean isOwn(ApprovalRequest request, SignedIn who) {
    return request.askedBy().equals(who.id()) || request.about().author().equals(who.id());
  }

  private static boolean concerns(ApprovalRequest request, SignedIn who, List<Member> here) {
    return isOwn(request, who)
        || who.may(Permission.MANAGE_APPROVALS)
        || who.may(Permission.WORK_INBOX)
        || request.given().stream().anyMatch(given -> given.member().equals(who.id()))
        || here.stream()
            .filter(member -> member.id().equals(who.id()))
            .anyMatch(
                member ->
                    request.steps().stream()
                        .flatMap(step -> step.ask().parties().stream())
                        .anyMatch(party -> party.includes(member)));
  }

  private String clock(ApprovalRequest request, Words words) {
    Ending ending = request.ending();
    if (ending == null) {
      return words.left(request.deadline());
    }
    return words
        .page()
        .text(
            ending.outcome() == Outcome.WITHDRAWN
                ? "approvals.outcome.WITHDRAWN." + ending.why().name()
                : "approvals.outcome." + ending.outcome().name());
  }

  private Tone tone(ApprovalRequest request) {
    Ending ending = request.ending();
    if (ending == null) {
      return request.isLateAt(clock.instant().plus(SOON)) ? Tone.URGENT : Tone.CARE;
    }
    return switch (ending.outcome()) {
      case APPROVED -> Tone.DONE;
      case REFUSED -> Tone.URGENT;
      case EXPIRED, WITHDRAWN -> Tone.PLAIN;
    };
  }
}
