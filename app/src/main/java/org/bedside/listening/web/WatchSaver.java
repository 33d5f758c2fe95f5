package org.bedside.listening.web;

import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.listening.history.WatchRuns;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a watch and, in the same transaction, lets it wait for its run through the posts that are
 * already there.
 */
@Component
class WatchSaver {

  private final Watches watches;
  private final WatchRuns runs;

  WatchSaver(Watches watches, WatchRuns runs) {
    this.watches = watches;
    this.runs = runs;
  }

  @Transactional(rollbackFor = WatchSyntaxException.class)
  public StoredWatch add(String name, String query, boolean past, SignedIn by)
      throws WatchSyntaxException {
    StoredWatch watch = watches.add(name, query, by);
    if (past) {
      runs.begin(watch.id(), by);
    }
    return watch;
  }

  /**
   * With another query, a run that isn't over begins anew; where there is none, one begins if
   * {@code past} says so. Answers whether either was the case.
   */
  @Transactional(rollbackFor = WatchSyntaxException.class)
  public boolean change(StoredWatch watch, String name, String query, boolean past, SignedIn by)
      throws WatchSyntaxException {
    UUID id = watch.id();
    watches.change(id, name, query, watch.active(), by);
    boolean same = watches.find(id).map(StoredWatch::query).equals(Optional.of(watch.query()));
    if (same || runs.queryChanged(id)) {
      return !same;
    }
    if (past) {
      runs.begin(id, by);
    }
    return past;
  }
}
