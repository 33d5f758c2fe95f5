package org.bedside.listening.web;

import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.listening.poll.Backfill;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a watch and, in the same transaction, makes it due for the posts that are already there.
 */
@Component
class WatchSaver {

  private final Watches watches;
  private final Backfill backfill;

  WatchSaver(Watches watches, Backfill backfill) {
    this.watches = watches;
    this.backfill = backfill;
  }

  @Transactional(rollbackFor = WatchSyntaxException.class)
  public StoredWatch add(String name, String query, boolean past, SignedIn by)
      throws WatchSyntaxException {
    StoredWatch watch = watches.add(name, query, by);
    if (past) {
      backfill.begin(watch.id());
    }
    return watch;
  }

  @Transactional(rollbackFor = WatchSyntaxException.class)
  public void change(UUID id, String name, String query, boolean active, boolean past, SignedIn by)
      throws WatchSyntaxException {
    watches.change(id, name, query, active, by);
    if (past) {
      backfill.begin(id);
    }
  }
}
