package org.bedside.listening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.WatchSyntaxException;

/** The watches of the current organization. */
public interface Watches {

  /** All of them, by name. */
  List<StoredWatch> all();

  Optional<StoredWatch> find(UUID id);

  /** When the newest mention of each watch was written; a watch that brought none is not there. */
  Map<UUID, Instant> lastMatches();

  /**
   * Adds a watch; it matches whatever comes from then on.
   *
   * @throws WatchSyntaxException where the query can't be read; nothing is stored then
   * @throws NameTakenException where one of that name exists
   */
  StoredWatch add(String name, String query, SignedIn by) throws WatchSyntaxException;

  void change(UUID id, String name, String query, boolean active, SignedIn by)
      throws WatchSyntaxException;

  /** Removes the watch; mentions that it alone brought stay. */
  void remove(UUID id, SignedIn by);
}
