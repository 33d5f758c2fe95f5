package org.bedside.inbox.store;

import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Subject;
import org.bedside.assessment.Assessed;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.OrderRefusedException;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.ReplyChange;
import org.bedside.inbox.SentReplies;
import org.bedside.inbox.SentReplies.Result;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.ReplyPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts other words in the place of a reply that is there, or asks those who have to agree. */
@Component
class Rewordings {

  private final ReplyOrders orders;
  private final ReplyChanges changes;
  private final Originals originals;
  private final ReplySubjects subjects;
  private final ReplyPolicy policy;
  private final GuardPolicies guard;
  private final Channels channels;
  private final Deliveries deliveries;
  private final Approvals approvals;
  private final Departures departures;

  Rewordings(
      ReplyOrders orders,
      ReplyChanges changes,
      Originals originals,
      ReplySubjects subjects,
      ReplyPolicy policy,
      GuardPolicies guard,
      Channels channels,
      Deliveries deliveries,
      Approvals approvals,
      Departures departures) {
    this.orders = orders;
    this.changes = changes;
    this.originals = originals;
    this.subjects = subjects;
    this.policy = policy;
    this.guard = guard;
    this.channels = channels;
    this.deliveries = deliveries;
    this.approvals = approvals;
    this.departures = departures;
  }

  /** In the caller's transaction; see {@link SentReplies#change}. */
  Result change(ReplyOrders.Row row, String text, @Nullable String overrideReason, SignedIn by) {
    UUID account = row.channel();
    Optional<Delivery> delivery =
        row.key() == null
            ? Optional.empty()
            : deliveries.ofKey(row.key()).filter(one -> one.state() == Delivery.State.SENT);
    Optional<Assessed> original = originals.of(row);
    Optional<Channel> through = account == null ? Optional.empty() : channels.find(account);
    if (row.state() != ReplyOrders.State.POSTED
        || delivery.isEmpty()
        || original.isEmpty()
        || through.isEmpty()) {
      return new Result.Unfit("reply.not-there", "");
    }
    return changes
        .underWay(row.id())
        .flatMap(one -> inTheWay(one, text, by))
        .or(() -> unfit(row, text, through.get()))
        .orElseGet(
            () ->
                decided(
                    row, delivery.get(), text, through.get(), original.get(), overrideReason, by));
  }

  /** Whoever asks twice has asked once; two people don't ask for different words at a time. */
  private static Optional<Result> inTheWay(ReplyChanges.Row one, String text, SignedIn by) {
    UUID request = one.change().approval();
    if (!one.change().by().equals(by.id())) {
      return Optional.of(new Result.Unfit("reply.change.waits", one.change().byName()));
    }
    return one.change().text().equals(text) && request != null
        ? Optional.of(new Result.Asked(request))
        : Optional.empty();
  }

  private static Optional<Result> unfit(ReplyOrders.Row row, String text, Channel through) {
    if (text.equals(row.text())) {
      return Optional.of(new Result.Unfit("reply.change.same", ""));
    }
    if (!through.rules().mayBeEdited()) {
      return Optional.of(new Result.Unfit("reply.not-changed", ""));
    }
    return through.rules().fits(text)
        ? Optional.empty()
        : Optional.of(
            new Result.Unfit("reply.change.too-long", Integer.toString(through.rules().most())));
  }

  private Result decided(
      ReplyOrders.Row row,
      Delivery delivery,
      String text,
      Channel through,
      Assessed original,
      @Nullable String overrideReason,
      SignedIn by) {
    // an override of these words for this reply is none of the same words as a new one
    ReplyPolicy.Decision decision =
        policy.decide(
            text,
            original.mention().asPost(SentReplies.overrideSubject(row.id())),
            overrideReason,
            by);
    return switch (decision) {
      case ReplyPolicy.Decision.Rejected(var verdict, String code) ->
          new Result.Rejected(verdict, code.replaceFirst("^reply\\.", "reply.change."));
      case ReplyPolicy.Decision.Allowed allowed -> {
        giveUp(row, by);
        Subject subject = subjects.changed(row, text, through, original, allowed, by);
        yield approvals.required(subject).isEmpty()
            ? edit(row, delivery, text, allowed, by)
            : ask(row, subject, through, allowed, by);
      }
    };
  }

  /** What the same person asked for before, in whose place this is. */
  private void giveUp(ReplyOrders.Row row, SignedIn by) {
    changes
        .underWay(row.id())
        .map(before -> before.change().approval())
        .ifPresent(request -> approvals.withdraw(request, by));
  }

  private Result ask(
      ReplyOrders.Row row,
      Subject subject,
      Channel through,
      ReplyPolicy.Decision.Allowed allowed,
      SignedIn by) {
    UUID request = approvals.request(subject, by);
    changes.keep(
        row,
        subject.text(),
        allowed.overrideReason(),
        allowed.overrideReason() == null ? null : guard.current().version(),
        request,
        by);
    departures.note(row, CaseEvent.Kind.CHANGE_ASKED, through.name(), by);
    return new Result.Asked(request);
  }

  private Result edit(
      ReplyOrders.Row row,
      Delivery delivery,
      String text,
      ReplyPolicy.Decision.Allowed allowed,
      SignedIn by) {
    try {
      if (!deliveries.edit(delivery.id(), text, by)) {
        return new Result.Unfit("reply.not-there", "");
      }
    } catch (OrderRefusedException refused) {
      return new Result.Unfit(refused.key(), refused.detail());
    }
    changes.keep(row, text, allowed.overrideReason(), null, null, by);
    orders.asked(row.id(), by.id(), by.name(), allowed.overrideReason());
    if (allowed.overrideReason() != null) {
      departures.overridden(row, allowed.verdict().decision(), allowed.overrideReason(), by);
    }
    return new Result.Leaving(delivery.id());
  }

  /** In the caller's transaction; see {@link SentReplies#dropChange}. */
  boolean drop(ReplyOrders.Row row, SignedIn by) {
    Optional<ReplyChange> underWay = changes.underWay(row.id()).map(ReplyChanges.Row::change);
    if (underWay.isPresent()) {
      // heard by event, in this transaction, and the words come back with it
      UUID request = underWay.get().approval();
      boolean asked = underWay.get().state() == ReplyChange.State.ASKED;
      return asked && request != null && approvals.withdraw(request, by);
    }
    boolean dropped = changes.forget(row.id(), by.id());
    if (dropped) {
      departures.changed(row);
    }
    return dropped;
  }
}
