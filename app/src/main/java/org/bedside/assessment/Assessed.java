package org.bedside.assessment;

import java.time.Instant;
import java.util.List;
import org.bedside.listening.Mention;
import org.bedside.understanding.Assessment;

/**
 * A mention with what was understood of it.
 *
 * @param assessment what the software understood; its offsets point into the mention's text
 * @param corrections what people said instead, oldest first
 */
public record Assessed(
    Mention mention, Assessment assessment, Instant assessedAt, List<Correction> corrections) {

  public Assessed {
    corrections = List.copyOf(corrections);
  }

  /** What counts: the latest correction of each part, and the software's word for the rest. */
  public Judgement judgement() {
    Judgement judgement = Judgement.of(assessment);
    for (Correction correction : corrections) {
      judgement = judgement.with(correction);
    }
    return judgement;
  }
}
