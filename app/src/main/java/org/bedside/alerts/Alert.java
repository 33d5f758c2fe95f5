package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that must not wait, and why.
 *
 * @param about of a crisis its kind, as {@link Crisis#label}; of a spike its window; else empty
 * @param severity 1 to 10
 * @param mention the post it is about; null for a spike, and where the post is gone
 * @param location the place it is about, where one is known
 * @param dueAt when somebody must have acknowledged it; null where no clock runs
 * @param step how many people of the rota have been asked beyond the first
 * @param why how it ended, where it is closed
 */
public record Alert(
    long id,
    AlertKind kind,
    String about,
    int severity,
    AlertState state,
    @Nullable Long mention,
    @Nullable UUID source,
    @Nullable UUID location,
    List<Part> parts,
    List<Driver> drivers,
    Instant openedAt,
    @Nullable Instant dueAt,
    int step,
    @Nullable Deed acknowledged,
    @Nullable Deed closed,
    @Nullable Closing why) {

  public Alert {
    parts = List.copyOf(parts);
    drivers = List.copyOf(drivers);
  }

  /** Who did something to it, and when. */
  public record Deed(Instant at, String by) {}
}
