package org.bedside.alerts.web;

import java.time.Instant;
import java.util.List;
import org.bedside.alerts.AlertState;
import org.bedside.ui.Tab;

/**
 * The left half of the page.
 *
 * @param more whether there are more than are shown
 * @param chosen the alert that is open beside it, or 0
 */
public record AlertList(
    AlertState state,
    List<Tab> tabs,
    List<AlertLine> lines,
    boolean more,
    long chosen,
    Instant drawnAt) {

  public AlertList {
    tabs = List.copyOf(tabs);
    lines = List.copyOf(lines);
  }
}
