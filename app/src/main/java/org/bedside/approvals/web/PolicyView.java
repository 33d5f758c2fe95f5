package org.bedside.approvals.web;

import java.util.List;

/**
 * A policy in the list.
 *
 * @param when to what it applies
 * @param steps who is asked, in order
 * @param allowed how long people have
 * @param stuck whether a step can't be met by anybody who works here now
 */
public record PolicyView(
    String id, String name, String when, List<String> steps, String allowed, boolean stuck) {
  public PolicyView {
    steps = List.copyOf(steps);
  }
}
