package org.bedside.channels.web;

import java.util.List;
import java.util.Optional;
import org.bedside.channels.HoldSending;
import org.bedside.ui.Tab;
import org.jspecify.annotations.Nullable;

/**
 * What goes out.
 *
 * @param held who holds everything, or null
 * @param more whether there are more than are shown
 */
public record OutgoingList(
    Shown shown,
    List<Tab> tabs,
    List<OutgoingView> lines,
    HoldSending.@Nullable Held held,
    boolean more) {

  public OutgoingList {
    tabs = List.copyOf(tabs);
    lines = List.copyOf(lines);
  }

  static OutgoingList of(
      Shown shown,
      List<Tab> tabs,
      List<OutgoingView> lines,
      Optional<HoldSending.Held> held,
      boolean more) {
    return new OutgoingList(shown, tabs, lines, held.orElse(null), more);
  }
}
