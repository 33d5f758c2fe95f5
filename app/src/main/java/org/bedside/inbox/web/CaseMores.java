package org.bedside.inbox.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.channels.Deliveries;
import org.bedside.handover.HandoverPanel;
import org.bedside.handover.Handovers;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.DueRules;
import org.bedside.inbox.Joins;
import org.bedside.inbox.Reply;
import org.bedside.inbox.SentReplies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what a case shows beside its mentions, and whether somebody changed it meanwhile. */
@Component
class CaseMores {

  /** How a private conversation knows the case that it came from. */
  private static final String SUBJECT = "case";

  private final Cases cases;
  private final DueRules rules;
  private final Joins joins;
  private final Deliveries deliveries;
  private final Handovers handovers;
  private final ReplyPolicy policy;
  private final Clock clock;

  CaseMores(
      Cases cases,
      DueRules rules,
      Joins joins,
      Deliveries deliveries,
      Handovers handovers,
      ReplyPolicy policy,
      Clock clock) {
    this.deliveries = deliveries;
    this.handovers = handovers;
    this.cases = cases;
    this.rules = rules;
    this.joins = joins;
    this.policy = policy;
    this.clock = clock;
  }

  CaseMore of(CaseFile file, SignedIn who) {
    return new CaseMore(
        rules.of(file.row()).orElse(null),
        file.replies().stream()
            .filter(reply -> !reply.draft() || reply.problem() != null)
            .map(reply -> sent(reply, who))
            .toList(),
        new HandoverPanel(
            SUBJECT,
            Long.toString(file.row().id()),
            handovers.ofSubjects(SUBJECT, subjects(file.row().id()))),
        joins.of(file.row().id()),
        null,
        who.id(),
        clock.instant());
  }

  /** The case, and those that were merged into it. */
  private List<String> subjects(long caseId) {
    return Stream.concat(Stream.of(caseId), joins.partsOf(caseId).stream())
        .map(id -> Long.toString(id))
        .toList();
  }

  private SentReplyView sent(Reply reply, SignedIn who) {
    Reply.Out out = reply.out();
    UUID order = out == null ? null : out.order();
    return new SentReplyView(
        reply,
        order == null ? null : deliveries.ofKey(order).orElse(null),
        new RewordingForm(
            reply,
            reply.posted() && order != null
                ? policy.waiting(Post.of(SentReplies.overrideSubject(reply.id()), ""), who)
                : List.of(),
            policy.mayOverride(who),
            who.id(),
            null));
  }

  /**
   * Whether the case has changed since the reader saw it.
   *
   * @param seen its version then, or null where that isn't known
   */
  boolean changed(long id, @Nullable Integer seen, SignedIn who) {
    return seen != null
        && cases.find(id, who).map(file -> file.row().version() > seen).orElse(false);
  }

  /** Lets the case that the model holds tell what changed. */
  void tell(Model model, @Nullable Integer seen) {
    if (seen != null && model.getAttribute("view") instanceof CaseView view) {
      model.addAttribute("view", view.since(seen));
    }
  }
}
