package org.bedside.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Requests.Turn;
import org.bedside.identity.Member;
import org.springframework.stereotype.Component;

/** Sees to it that those whose turn it is know. */
@Component
class Turns {

  /** People come, too, and nobody tells of them. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Requests requests;
  private final ApprovalLetters letters;

  Turns(Requests requests, ApprovalLetters letters) {
    this.requests = requests;
    this.letters = letters;
  }

  /** Brings an open request up to date: whose turn it is, who is asked or reminded, when next. */
  void refresh(ApprovalRequest request, Progress progress, List<Member> members, Instant now) {
    int step = progress.current().map(Progress.At::number).orElse(0);
    Set<UUID> waiting = progress.waiting();
    Map<UUID, Turn> known = new HashMap<>();
    requests.turns(request.id()).stream()
        .filter(turn -> turn.step() == step)
        .forEach(turn -> known.put(turn.member(), turn));
    Instant next = earlier(request.deadline(), now.plus(LOOK_AGAIN));
    for (Member member : members) {
      if (waiting.contains(member.id())) {
        Turn turn = known.get(member.id());
        next =
            earlier(
                next,
                turn == null
                    ? ask(request, step, member, now)
                    : remind(request, turn, member, now, next));
      }
    }
    requests.waitFor(request.id(), step, waiting);
    if (requests.see(request.id(), progress.isStuck(), next) && progress.isStuck()) {
      letters.stuck(request, members);
    }
  }

  private Instant ask(ApprovalRequest request, int step, Member member, Instant now) {
    Instant half = now.plus(Duration.between(now, request.deadline()).dividedBy(2));
    requests.ask(request.id(), new Turn(step, member.id(), now, half, false));
    letters.ask(request, member);
    return half;
  }

  /** Once, at half time. */
  private Instant remind(
      ApprovalRequest request, Turn turn, Member member, Instant now, Instant next) {
    if (turn.reminded()) {
      return next;
    }
    if (turn.remindAt().isAfter(now)) {
      return turn.remindAt();
    }
    requests.remindedOf(request.id(), turn);
    letters.remind(request, member);
    return next;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
