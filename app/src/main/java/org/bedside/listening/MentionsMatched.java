package org.bedside.listening;

import java.util.List;
import java.util.UUID;

/**
 * These mentions, which were there before, match a further watch; published in the transaction that
 * stores it.
 */
public record MentionsMatched(UUID watch, List<Long> mentions) {

  public MentionsMatched {
    mentions = List.copyOf(mentions);
  }
}
