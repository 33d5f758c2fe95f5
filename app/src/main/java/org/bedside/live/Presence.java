package org.bedside.live;

import java.util.List;
import org.bedside.identity.SignedIn;

/**
 * Who has what open, in any process on this database: in memory, and forgotten when its process
 * ends. A page that holds an element with {@code data-watching="case:17"} counts as present at that
 * key until its stream ends; whenever somebody comes or goes, those present hear an event named
 * {@code presence:case:17}. Thread-safe.
 */
public interface Presence {

  /**
   * The names of the others of the asker's organization who have it open, sorted, each person once
   * however many pages they have; empty where the asker may not know.
   *
   * @param key a {@link Watchable}'s kind, a colon and an id, such as {@code case:17}
   */
  List<String> others(String key, SignedIn who);
}
