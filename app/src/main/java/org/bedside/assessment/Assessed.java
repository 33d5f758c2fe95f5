package org.bedside.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.listening.Mention;
import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.DirectoryEntry;
import org.jspecify.annotations.Nullable;

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

  /** The place it is about: what its source says, else the one place that its words name. */
  public @Nullable UUID location() {
    if (mention.location() != null) {
      return mention.location();
    }
    List<String> named =
        assessment.about().stream()
            .filter(about -> about.kind() == DirectoryEntry.Kind.LOCATION)
            .map(About::id)
            .distinct()
            .toList();
    return named.size() == 1 ? UUID.fromString(named.getFirst()) : null;
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
