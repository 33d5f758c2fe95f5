package org.bedside.inbox;

import java.util.List;
import org.bedside.assessment.Assessed;

/**
 * A case with all that belongs to it.
 *
 * @param mentions the leading one first
 * @param events oldest first
 * @param replies oldest first, drafts of others left out
 */
public record CaseFile(
    CaseRow row, List<Assessed> mentions, List<CaseEvent> events, List<Reply> replies) {

  public CaseFile {
    mentions = List.copyOf(mentions);
    events = List.copyOf(events);
    replies = List.copyOf(replies);
  }
}
