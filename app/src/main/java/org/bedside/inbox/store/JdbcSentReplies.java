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
import org.bedside.inbox.ReplyPlaces;
import org.bedside.inbox.SentReplies;
import org.bedside.privacy.GuardPolicies;
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
  private final ReplyPlaces places;
  private final ReplySubjects subjects;
  private final ReplyPolicy policy;
  private final GuardPolicies guard;
  private final Channels channels;
  private final Deliveries deliveries;
  private final Approvals approvals;
  private final Departures departures;
  private final ReplyPictures pictures;
  private final Rewordings rewordings;

  JdbcSentReplies(
      Replies drafts,
      ReplyOrders orders,
      Originals originals,
      ReplyPlaces places,
      ReplySubjects subjects,
      ReplyPolicy policy,
      GuardPolicies guard,
      Channels channels,
      Deliveries deliveries,
      Approvals approvals,
      Departures departures,
      ReplyPictures pictures,
      Rewordings rewordings) {
    this.drafts = drafts;
    this.orders = orders;
    this.originals = originals;
    this.places = places;
    this.subjects = subjects;
    this.policy = policy;
    this.guard = guard;
    this.channels = channels;
    this.deliveries = deliveries;
    this.approvals = approvals;
    this.departures = departures;
    this.pictures = pictures;
    this.rewordings = rewordings;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Channel> accounts(long caseId) {
    return accounts(originals.of(caseId));
  }

  private List<Channel> accounts(Assessed original) {
    return places
        .network(original.mention())
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
    ReplyOrders.Row row = orders.draft(caseId, by.id()).orElseThrow();
    Optional<Result> already = orders.same(row).map(other -> already(other, row));
    if (already.isPresent()) {
      return already.get();
    }
    Optional<Channel> through =
        accounts(original).stream().filter(one -> one.id().equals(channel)).findFirst();
    if (through.isEmpty()) {
      return new Result.Unfit("reply.account-gone", "");
    }
    if (through.get().rules().oneReply() && isAnswered(original)) {
      return new Result.Unfit("reply.answered-already", "");
    }
    if (!through.get().rules().fits(row.text())) {
      return new Result.Unfit("reply.too-long-for", Integer.toString(through.get().rules().most()));
    }
    if (!pictures.fit(row.id(), through.get())) {
      return new Result.Unfit("reply.no-pictures-there", "");
    }
    Optional<Verdict> blocked = pictures.disclosing(row.id(), original.mention().asPost());
    if (blocked.isPresent()) {
      return new Result.Rejected(blocked.get(), "reply.picture-blocked");
    }
    // the last to be asked, since a second person's yes counts once
    ReplyPolicy.Decision decision =
        policy.decide(row.text(), original.mention().asPost(), overrideReason, by);
    return switch (decision) {
      case ReplyPolicy.Decision.Rejected(var verdict, String code) ->
          new Result.Rejected(verdict, code);
      case ReplyPolicy.Decision.Allowed allowed -> send(row, through.get(), original, allowed, by);
    };
  }

  /** Whether the post has a reply already, or one that is to stand there. */
  private boolean isAnswered(Assessed original) {
    return orders.standing(original.mention().id()).stream()
        .anyMatch(
            row -> delivery(row).filter(one -> one.state() == Delivery.State.REFUSED).isEmpty());
  }

  /** Whoever sends twice, as by pressing a button twice, has sent once. */
  private Result already(ReplyOrders.Row other, ReplyOrders.Row draft) {
    UUID approval = other.approval();
    if (other.state() == ReplyOrders.State.ASKED && approval != null) {
      orders.drop(draft);
      return new Result.Asked(approval);
    }
    Optional<Delivery> delivery =
        delivery(other).filter(one -> one.state() != Delivery.State.REFUSED);
    if (delivery.isEmpty()) {
      return new Result.Unfit("reply.said-already", "");
    }
    orders.drop(draft);
    return new Result.Leaving(delivery.get().id());
  }

  private Result send(
      ReplyOrders.Row row,
      Channel through,
      Assessed original,
      ReplyPolicy.Decision.Allowed allowed,
      SignedIn by) {
    String override = allowed.overrideReason();
    var subject = subjects.of(row, through, original, allowed);
    if (approvals.required(subject).isEmpty()) {
      try {
        return new Result.Leaving(departures.leave(row, through.id(), original, override, by));
      } catch (OrderRefusedException refused) {
        return new Result.Unfit(refused.key(), refused.detail());
      }
    }
    UUID request = approvals.request(subject, by);
    orders.asks(
        row, through.id(), request, override, override == null ? null : guard.current().version());
    departures.note(row, CaseEvent.Kind.REPLY_ASKED, through.name(), by);
    return new Result.Asked(request);
  }

  @Override
  @Transactional
  public boolean takeBack(long reply, SignedIn by) {
    return orders
        .find(reply)
        .map(
            row ->
                switch (row.state()) {
                  case ASKED, LEAVING -> departures.stop(row, by);
                  case DRAFT, POSTED, RETURNED, REMOVED -> false;
                })
        .orElse(false);
  }

  @Override
  @Transactional
  public Result change(long reply, String text, @Nullable String overrideReason, SignedIn by) {
    return orders
        .find(reply)
        .map(row -> rewordings.change(row, text.replace('\u0000', ' '), overrideReason, by))
        .orElseGet(() -> new Result.Unfit("reply.not-there", ""));
  }

  @Override
  @Transactional
  public boolean dropChange(long reply, SignedIn by) {
    return orders.find(reply).map(row -> rewordings.drop(row, by)).orElse(false);
  }

  @Override
  @Transactional
  public boolean takeDown(long reply, SignedIn by) {
    boolean begun =
        orders
            .find(reply)
            .filter(row -> row.state() == ReplyOrders.State.POSTED)
            .flatMap(this::delivery)
            .map(delivery -> deliveries.delete(delivery.id(), by))
            .orElse(false);
    if (begun) {
      orders.asked(reply, by.id(), by.name(), null);
    }
    return begun;
  }

  private Optional<Delivery> delivery(ReplyOrders.Row row) {
    return row.key() == null ? Optional.empty() : deliveries.ofKey(row.key());
  }
}
