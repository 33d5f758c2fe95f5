package org.bedside.inbox.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.assessment.Assessed;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.OrderRefusedException;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.Replies;
import org.bedside.inbox.SentReplies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcSentReplies implements SentReplies {

  private final Replies drafts;
  private final ReplyOrders orders;
  private final Originals originals;
  private final ReplySubjects subjects;
  private final ReplyPolicy policy;
  private final Channels channels;
  private final Deliveries deliveries;
  private final Approvals approvals;
  private final Departures departures;
  private final ReplyPictures pictures;

  JdbcSentReplies(
      Replies drafts,
      ReplyOrders orders,
      Originals originals,
      ReplySubjects subjects,
      ReplyPolicy policy,
      Channels channels,
      Deliveries deliveries,
      Approvals approvals,
      Departures departures,
      ReplyPictures pictures) {
    this.drafts = drafts;
    this.orders = orders;
    this.originals = originals;
    this.subjects = subjects;
    this.policy = policy;
    this.channels = channels;
    this.deliveries = deliveries;
    this.approvals = approvals;
    this.departures = departures;
    this.pictures = pictures;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Channel> accounts(long caseId) {
    return originals
        .network(originals.of(caseId).mention())
        .map(
            network ->
                channels.all().stream().filter(channel -> channel.network() == network).toList())
        .orElse(List.of());
  }

  @Override
  @Transactional
  public Result send(
      long caseId, String text, UUID channel, @Nullable String overrideReason, SignedIn by) {
    Assessed original = originals.of(caseId);
    drafts.keepDraft(caseId, text, by);
    ReplyPolicy.Decision decision =
        policy.decide(text, Originals.post(original.mention()), overrideReason, by);
    return switch (decision) {
      case ReplyPolicy.Decision.Rejected(var verdict, String code) ->
          new Result.Rejected(verdict, code);
      case ReplyPolicy.Decision.Allowed allowed -> send(caseId, channel, original, allowed, by);
    };
  }

  private Result send(
      long caseId,
      UUID channel,
      Assessed original,
      ReplyPolicy.Decision.Allowed allowed,
      SignedIn by) {
    Optional<Channel> through =
        accounts(caseId).stream().filter(one -> one.id().equals(channel)).findFirst();
    if (through.isEmpty()) {
      return new Result.Unfit("reply.account-gone", "");
    }
    ReplyOrders.Row row = orders.draft(caseId, by.id()).orElseThrow();
    if (!through.get().rules().fits(row.text())) {
      return new Result.Unfit("reply.too-long-for", Integer.toString(through.get().rules().most()));
    }
    if (!pictures.fit(row.id(), through.get())) {
      return new Result.Unfit("reply.no-pictures-there", "");
    }
    Optional<Verdict> blocked = pictures.disclosing(row.id(), Originals.post(original.mention()));
    if (blocked.isPresent()) {
      return new Result.Rejected(blocked.get(), "reply.picture-blocked");
    }
    var subject = subjects.of(row, through.get(), original, allowed);
    if (approvals.required(subject).isEmpty()) {
      try {
        return new Result.Leaving(
            departures.leave(row, through.get().id(), original, allowed.overrideReason(), by));
      } catch (OrderRefusedException refused) {
        return new Result.Unfit(refused.key(), refused.detail());
      }
    }
    UUID request = approvals.request(subject, by);
    orders.asks(row, channel, request, allowed.overrideReason());
    departures.note(row, CaseEvent.Kind.REPLY_ASKED, through.get().name(), by);
    return new Result.Asked(request);
  }

  @Override
  @Transactional
  public boolean takeBack(long reply, SignedIn by) {
    Optional<ReplyOrders.Row> found = orders.find(reply);
    if (found.isEmpty()) {
      return false;
    }
    ReplyOrders.Row row = found.get();
    return switch (row.state()) {
      // both tell us by event, in this transaction, and the words come back with it
      case ASKED -> row.approval() != null && approvals.withdraw(row.approval(), by);
      case LEAVING -> delivery(row).map(one -> deliveries.cancel(one.id(), by)).orElse(false);
      case DRAFT, POSTED, RETURNED, REMOVED -> false;
    };
  }

  @Override
  @Transactional
  public Result change(long reply, String text, @Nullable String overrideReason, SignedIn by) {
    ReplyOrders.Row row = orders.find(reply).orElseThrow();
    Optional<Delivery> delivery = delivery(row);
    Optional<Channel> through =
        row.channel() == null ? Optional.empty() : channels.find(row.channel());
    if (row.state() != ReplyOrders.State.POSTED || delivery.isEmpty() || through.isEmpty()) {
      return new Result.Unfit("reply.not-there", "");
    }
    Assessed original = originals.of(row).orElseThrow();
    ReplyPolicy.Decision decision =
        policy.decide(text, Originals.post(original.mention()), overrideReason, by);
    return switch (decision) {
      case ReplyPolicy.Decision.Rejected(var verdict, String code) ->
          new Result.Rejected(verdict, code);
      case ReplyPolicy.Decision.Allowed allowed -> {
        if (!approvals
            .required(subjects.changed(row, text, through.get(), original, allowed, by))
            .isEmpty()) {
          yield new Result.Unfit("reply.change-needs-agreement", "");
        }
        try {
          yield deliveries.edit(delivery.get().id(), text, by)
              ? new Result.Leaving(delivery.get().id())
              : new Result.Unfit("reply.not-changed", "");
        } catch (OrderRefusedException refused) {
          yield new Result.Unfit(refused.key(), refused.detail());
        }
      }
    };
  }

  @Override
  @Transactional
  public boolean takeDown(long reply, SignedIn by) {
    return orders
        .find(reply)
        .filter(row -> row.state() == ReplyOrders.State.POSTED)
        .flatMap(this::delivery)
        .map(delivery -> deliveries.delete(delivery.id(), by))
        .orElse(false);
  }

  private Optional<Delivery> delivery(ReplyOrders.Row row) {
    return row.key() == null ? Optional.empty() : deliveries.ofKey(row.key());
  }
}
