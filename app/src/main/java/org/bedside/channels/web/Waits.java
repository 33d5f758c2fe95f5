package org.bedside.channels.web;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bedside.channels.Channel;
import org.bedside.channels.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Why something doesn't go on, though nothing is wrong with it.
 *
 * @param account that it goes out through, as its people call it
 * @param until when it goes on by itself; null where somebody has to do something
 */
public record Waits(Why why, String account, @Nullable Instant until) {

  /** What the network or the installation says of keys that open nothing any more. */
  private static final Set<String> KEYS_OVER =
      Set.of("channels.error.sign-in", "channels.error.unreadable-keys");

  /** What stands in its way. */
  public enum Why {
    /** Somebody keeps this one back. */
    HELD,
    /** Somebody keeps everything back. */
    ALL_HELD,
    /** Its account is paused. */
    PAUSED,
    /** The keys of its account open nothing any more. */
    KEYS,
    /** The network asked to be left alone for a while. */
    PATIENCE
  }

  /**
   * @param channel that it goes out through; null where that is removed
   * @param allHeld whether everything is held
   * @return the first that has to be seen to; empty where it waits for nothing of the kind
   */
  static Optional<Waits> of(
      Delivery delivery, @Nullable Channel channel, boolean allHeld, Instant now) {
    String account = delivery.channelName();
    if (newWords(delivery)) {
      if (delivery.held()) {
        return Optional.of(new Waits(Why.HELD, account, null));
      }
      if (allHeld) {
        return Optional.of(new Waits(Why.ALL_HELD, account, null));
      }
      if (channel != null && channel.paused()) {
        return Optional.of(new Waits(Why.PAUSED, account, null));
      }
    }
    if (channel == null || !asksTheNetwork(delivery)) {
      return Optional.empty();
    }
    if (channel.error() != null && KEYS_OVER.contains(channel.error())) {
      return Optional.of(new Waits(Why.KEYS, account, null));
    }
    Instant quiet = channel.quietUntil();
    return quiet != null && quiet.isAfter(now)
        ? Optional.of(new Waits(Why.PATIENCE, account, quiet))
        : Optional.empty();
  }

  /** Whether it is kept back where new words are; asking and taking down go on. */
  private static boolean newWords(Delivery delivery) {
    return switch (delivery.state()) {
      case WAITING, EDITING -> true;
      case SENDING, UNKNOWN, SENT, REFUSED, EXPIRED, CANCELLED, DELETING, DELETED -> false;
    };
  }

  private static boolean asksTheNetwork(Delivery delivery) {
    return switch (delivery.state()) {
      case WAITING, EDITING, DELETING -> true;
      case UNKNOWN -> !delivery.asksAPerson();
      case SENDING, SENT, REFUSED, EXPIRED, CANCELLED, DELETED -> false;
    };
  }
}
