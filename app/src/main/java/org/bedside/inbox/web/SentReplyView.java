package org.bedside.inbox.web;

import java.util.Objects;
import java.util.UUID;
import org.bedside.channels.Delivery;
import org.bedside.channels.NetworkRules;
import org.bedside.inbox.Reply;
import org.bedside.ui.Icon;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A reply with what has become of it, as it is shown beside its case.
 *
 * @param delivery null for one that people post themselves, or that waits for others to agree
 * @param form for other words
 */
public record SentReplyView(Reply reply, @Nullable Delivery delivery, RewordingForm form) {

  /** The same with words that were just refused. */
  SentReplyView with(Rewording attempt) {
    return new SentReplyView(reply, delivery, form.with(attempt));
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
            form.waiting().toString()));
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
