package org.bedside.listening.connector;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What asking a source has to know of hubs that push it. Call in the caller's transaction. */
public interface PushedSources {

  /** Keeps which hubs a source of the current organization names, none among them. */
  void offered(UUID source, PushOffer offer);

  /**
   * How long a source may rest that was just asked: as a safety net only, while a hub pushes it.
   *
   * @param brought whether asking brought posts that nobody had pushed
   * @return empty where no hub pushes it, or where it fails to
   */
  Optional<Duration> rest(UUID source, boolean brought);
}
