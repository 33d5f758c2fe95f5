package org.bedside.assessment;

import java.util.List;

/**
 * These mentions were assessed, for the first time or anew after an edit. Published inside the
 * transaction that stores the assessments: whoever listens writes in the same one, so a mention is
 * in the inbox exactly when it is assessed.
 */
public record MentionsAssessed(List<Assessed> mentions) {

  public MentionsAssessed {
    mentions = List.copyOf(mentions);
  }
}
