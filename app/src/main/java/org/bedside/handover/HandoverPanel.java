package org.bedside.handover;

import java.util.List;

/**
 * What the fragment {@code handover/panel.jte} shows beside a case: where its conversations stand,
 * and the button that invites.
 *
 * @param standings newest first, as {@link Handovers#ofSubject} gives them
 */
public record HandoverPanel(String subjectKind, String subjectId, List<Standing> standings) {

  public HandoverPanel {
    standings = List.copyOf(standings);
  }

  /** Whether one is under way, so that a second link is rarely what is wanted. */
  public boolean hasOneUnderWay() {
    return standings.stream()
        .map(Standing::state)
        .anyMatch(state -> state.isUnderWay() || state.isBeforeConsent());
  }
}
