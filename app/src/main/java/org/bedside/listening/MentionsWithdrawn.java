package org.bedside.listening;

import java.util.List;

/** These mentions are gone with their posts; published in the transaction that removes them. */
public record MentionsWithdrawn(List<Long> mentions) {

  public MentionsWithdrawn {
    mentions = List.copyOf(mentions);
  }
}
