package org.bedside.channels.web;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.bedside.channels.Delivery.State;
import org.jspecify.annotations.Nullable;

/** Which of the deliveries are shown. */
public enum Shown {
  UNDER_WAY(EnumSet.of(State.WAITING, State.SENDING, State.EDITING, State.DELETING)),
  UNKNOWN(EnumSet.of(State.UNKNOWN)),
  SENT(EnumSet.of(State.SENT)),
  NOT_SENT(EnumSet.of(State.REFUSED, State.EXPIRED, State.CANCELLED, State.DELETED));

  // Set.copyOf gives sets that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<State> states;

  Shown(EnumSet<State> states) {
    this.states = Set.copyOf(states);
  }

  Set<State> states() {
    return states;
  }

  /** As it stands in an address. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Shown of(@Nullable String written) {
    for (Shown shown : values()) {
      if (shown.written().equals(written)) {
        return shown;
      }
    }
    return UNDER_WAY;
  }
}
