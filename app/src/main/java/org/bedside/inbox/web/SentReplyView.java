package org.bedside.inbox.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.channels.Delivery;
import org.bedside.channels.NetworkRules;
import org.bedside.inbox.Reply;
import org.bedside.inbox.ReplyChange;
import org.bedside.privacy.Overrides;
import org.bedside.ui.Icon;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A reply with what has become of it, as it is shown beside its case.
 *
 * @param delivery null for one that people post themselves, or that waits for others to agree
 * @param waiting other words for it that are held back, and wait for a second person
 * @param mayOverride whether the reader may have a say in sending what is held back
 * @param attempt other words that the reader entered and that were not taken, or null
 */
public record SentReplyView(
    Reply reply,
    @Nullable Delivery delivery,
    List<Overrides.Waiting> waiting,
    boolean mayOverride,
    UUID reader,
    @Nullable Rewording attempt) {

  public SentReplyView {
    waiting = List.copyOf(waiting);
  }

  /** The same with words that were just refused. */
  SentReplyView with(Rewording other) {
    return new SentReplyView(reply, delivery, waiting, mayOverride, reader, other);
  }

  /** Its state in words. */
  public String words(Page page) {
    return switch (reply.state()) {
      case DRAFT, RETURNED -> page.text("reply.state.back");
      case ASKED -> page.text("reply.state.asked", reply.by());
      case LEAVING -> page.text(leaving());
      case POSTED -> page.text(posted(), reply.by());
      case REMOVED -> page.text("reply.state.removed");
    };
  }

  private String leaving() {
    if (delivery == null) {
      return "channels.state.WAITING";
    }
    return "channels.state." + (delivery.asksAPerson() ? "ASKS" : delivery.state().name());
  }

  private String posted() {
    boolean changing =
        delivery != null
            && (delivery.state() == Delivery.State.EDITING
                || delivery.state() == Delivery.State.DELETING);
    return changing ? "reply.state.changing" : "reply.posted-by";
  }

  public Tone tone() {
    return switch (reply.state()) {
      case DRAFT, RETURNED -> Tone.URGENT;
      case ASKED -> Tone.CARE;
      case LEAVING ->
          delivery != null && (delivery.asksAPerson() || refused()) ? Tone.URGENT : Tone.PRIMARY;
      case POSTED -> reply.overrideReason() == null ? Tone.DONE : Tone.CARE;
      case REMOVED -> Tone.PLAIN;
    };
  }

  public Icon icon() {
    return switch (reply.state()) {
      case DRAFT, RETURNED -> Icon.UNDO_2;
      case ASKED -> Icon.CLOCK;
      case LEAVING -> Icon.SEND;
      case POSTED -> Icon.REPLY;
      case REMOVED -> Icon.TRASH_2;
    };
  }

  private boolean refused() {
    return delivery != null && delivery.state() == Delivery.State.REFUSED;
  }

  /** Whether it is there, or may come to stand there. */
  public boolean isStanding() {
    return switch (reply.state()) {
      case ASKED, POSTED -> true;
      case LEAVING -> !refused();
      case DRAFT, RETURNED, REMOVED -> false;
    };
  }

  /** Message key of what went wrong, with {@link #detail} as its value; null where nothing did. */
  public @Nullable String error() {
    if (isAtTheNetwork()) {
      return delivery == null ? null : delivery.error();
    }
    return cameBack() ? reply.problem() : null;
  }

  /** Whether it was to go out and is its writer's again. */
  public boolean cameBack() {
    return switch (reply.state()) {
      case DRAFT, RETURNED -> true;
      case ASKED, LEAVING, POSTED, REMOVED -> false;
    };
  }

  /** Changes exactly when something else is to be shown. */
  public String mark() {
    String way = delivery == null ? "" : delivery.state().name() + delivery.asksAPerson();
    return Integer.toHexString(
        Objects.hash(
            reply.state().name(),
            way,
            reply.text(),
            error(),
            detail(),
            url(),
            reply.changes().toString(),
            waiting.toString()));
  }

  public String detail() {
    if (isAtTheNetwork()) {
      String detail = delivery == null ? null : delivery.detail();
      return detail == null ? "" : detail;
    }
    return reply.problemDetail();
  }

  /** What went wrong there counts: in sending it, or later in changing it or taking it down. */
  private boolean isAtTheNetwork() {
    return delivery != null
        && (reply.state() == Reply.State.LEAVING || reply.state() == Reply.State.POSTED);
  }

  /** Whether it can still be kept from going out. */
  public boolean mayTakeBack() {
    return switch (reply.state()) {
      case ASKED -> true;
      case LEAVING -> delivery != null && (delivery.state() == Delivery.State.WAITING || refused());
      case DRAFT, POSTED, RETURNED, REMOVED -> false;
    };
  }

  public boolean mayTakeDown() {
    return reply.state() == Reply.State.POSTED
        && delivery != null
        && delivery.state() == Delivery.State.SENT;
  }

  public boolean mayChange() {
    return mayTakeDown() && delivery != null && NetworkRules.of(delivery.network()).mayBeEdited();
  }

  /** Other words that wait for others to agree; null where none do. */
  public @Nullable ReplyChange asked() {
    return change(ReplyChange.State.ASKED).orElse(null);
  }

  /** The reader's other words that were not taken; null where there are none. */
  public @Nullable ReplyChange notTaken() {
    return change(ReplyChange.State.BACK).orElse(null);
  }

  private Optional<ReplyChange> change(ReplyChange.State state) {
    return reply.changes().stream().filter(one -> one.state() == state).findFirst();
  }

  /** Whether the form for other words is to be open: something waits in it. */
  public boolean isRewording() {
    return attempt != null || notTaken() != null || forASecond().isPresent();
  }

  /** What the form for other words begins with. */
  public String words() {
    return Stream.of(
            Optional.ofNullable(attempt).map(Rewording::text),
            forASecond().map(Overrides.Waiting::words),
            Optional.ofNullable(asked())
                .filter(one -> one.by().equals(reader))
                .map(ReplyChange::text),
            Optional.ofNullable(notTaken()).map(ReplyChange::text))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(reply.text());
  }

  /** Whether the form asks why the words are sent although they are held back. */
  public boolean asksWhy() {
    return mayOverride
        && (forASecond().isPresent() || (attempt != null && attempt.verdict() != null));
  }

  /** What somebody else wants though it is held back, which needs a second person. */
  private Optional<Overrides.Waiting> forASecond() {
    return waiting.stream().filter(one -> !one.mine()).findFirst();
  }

  /** The request that others agree to, where one is open. */
  public @Nullable UUID approval() {
    Reply.Out out = reply.out();
    return reply.state() == Reply.State.ASKED && out != null ? out.approval() : null;
  }

  /** Where people read it; null where it isn't there or nobody knows. */
  public @Nullable String url() {
    Reply.Out out = reply.out();
    String url = reply.posted() && out != null ? out.url() : null;
    return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
  }
}
