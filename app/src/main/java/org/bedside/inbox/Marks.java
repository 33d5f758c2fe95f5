package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people said of a case beside what the software understood.
 *
 * @param team that it was given to
 * @param labels by id; of those that were removed since, too
 * @param byHand the priority that somebody set, or null
 */
public record Marks(@Nullable UUID team, List<UUID> labels, @Nullable ByHand byHand) {

  public Marks {
    labels = List.copyOf(labels);
  }

  /**
   * A priority set by a person.
   *
   * @param counts false where the software has found more since than it knew then, and more than
   *     this: the more urgent one counts
   */
  public record ByHand(HandPriority level, String reason, String by, boolean counts) {}
}
