package org.bedside.channels.web;

import java.time.Instant;
import org.bedside.channels.Delivery;
import org.bedside.outbound.WebAddress;
import org.bedside.ui.Icon;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is shown.
 *
 * @param waits why it doesn't go on though nothing is wrong with it, or null
 */
public record OutgoingView(Delivery delivery, @Nullable Waits waits) {

  private static final int TEASER = 160;

  /** Message key of its state in words. */
  public String state() {
    if (delivery.asksAPerson()) {
      return "channels.state.ASKS";
    }
    return isHeld() ? "channels.state.HELD" : "channels.state." + delivery.state().name();
  }

  /** Whether it waits because somebody wants it to. */
  public boolean isHeld() {
    return delivery.state() == Delivery.State.WAITING
        && waits != null
        && switch (waits.why()) {
          case HELD, ALL_HELD -> true;
          case PAUSED, KEYS, PATIENCE -> false;
        };
  }

  private boolean isStopped() {
    return isHeld() || (waits != null && waits.why() == Waits.Why.PAUSED);
  }

  public Tone tone() {
    return switch (delivery.state()) {
      case SENT -> Tone.DONE;
      case REFUSED -> Tone.URGENT;
      case UNKNOWN -> delivery.asksAPerson() ? Tone.URGENT : Tone.CARE;
      case WAITING -> asksForKeys() ? Tone.URGENT : waits == null ? Tone.PLAIN : Tone.CARE;
      case SENDING, EDITING, DELETING -> Tone.PRIMARY;
      case EXPIRED, CANCELLED, DELETED -> Tone.PLAIN;
    };
  }

  public Icon icon() {
    return switch (delivery.state()) {
      case SENT -> Icon.CIRCLE_CHECK;
      case REFUSED -> Icon.CIRCLE_ALERT;
      case UNKNOWN -> Icon.CIRCLE_QUESTION_MARK;
      case WAITING -> isStopped() ? Icon.PAUSE : Icon.CLOCK;
      case SENDING -> Icon.SEND;
      case EDITING -> Icon.PENCIL;
      case DELETING, DELETED -> Icon.TRASH_2;
      case EXPIRED -> Icon.CLOCK;
      case CANCELLED -> Icon.X;
    };
  }

  /** Why it waits, in a sentence; empty where it doesn't. */
  public String why(Page page) {
    Instant until = waits == null ? null : waits.until();
    return waits == null
        ? ""
        : page.text(
            "channels.waits." + waits.why().name(),
            waits.account(),
            until == null ? "" : page.exact(until));
  }

  /** Whether its account has to be seen to before it goes on. */
  public boolean asksForKeys() {
    return waits != null && waits.why() == Waits.Why.KEYS;
  }

  /** Its beginning. */
  public String teaser() {
    String line = delivery.text().replaceAll("\\s+", " ").strip();
    int end = Math.min(line.length(), TEASER);
    return line.length() <= TEASER ? line : line.substring(0, end) + "…";
  }

  /** Where the post is read; null where that is no web address. */
  public @Nullable String postHref() {
    String written = delivery.postUrl();
    return written == null ? null : web(written);
  }

  /** Where the reply is read; null where it isn't known. */
  public @Nullable String href() {
    return delivery.url() == null ? null : web(delivery.url().toString());
  }

  private static @Nullable String web(String written) {
    return WebAddress.parse(written).filter(WebAddress::isWeb).map(Object::toString).orElse(null);
  }

  /** Whether it can be kept back or stopped. */
  public boolean mayStop() {
    return delivery.state() == Delivery.State.WAITING;
  }

  public boolean mayTakeDown() {
    return delivery.state() == Delivery.State.SENT && delivery.externalId() != null;
  }
}
