package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rushes of posts that are told, of the current organization; call inside a transaction. */
public interface Rushes {

  /**
   * Opens an alert about a spike, or keeps the one in step that is about the same rush: of one kind
   * and window within twelve hours, or two days.
   *
   * @param place that it is about alone; null for a rush everywhere
   */
  void raise(Spike spike, @Nullable UUID place, List<Driver> drivers, Instant now);
}
