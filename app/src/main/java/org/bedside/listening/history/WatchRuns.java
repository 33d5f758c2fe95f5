package org.bedside.listening.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The runs of the current organization's watches through the posts that are stored. */
public interface WatchRuns {

  /**
   * Makes a run through all stored posts wait for its turn. One of that watch that isn't over yet
   * begins anew.
   */
  WatchRun begin(UUID watch, SignedIn by);

  /**
   * Lets a run of that watch that isn't over begin anew, since the watch has another query; what it
   * found stays. Answers whether there is one.
   */
  boolean queryChanged(UUID watch);

  /** The latest runs of a watch, newest first. */
  List<WatchRun> of(UUID watch);

  Optional<WatchRun> find(UUID watch, UUID run);

  /** Those that aren't over, by watch. */
  Map<UUID, WatchRun> unfinished();

  /** Answers whether it was waiting or running. */
  boolean pause(UUID run, SignedIn by);

  /** Answers whether it was paused. */
  boolean resume(UUID run, SignedIn by);

  /** Ends it and keeps what was found; answers whether it wasn't over. */
  boolean cancel(UUID run, SignedIn by);
}
