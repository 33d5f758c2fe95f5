package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.WatchSyntaxException;

/** Words that bring a post before a moderator, in the language of watches. */
public interface WatchedWords {

  /** An organization keeps so many at most. */
  int MOST = 200;

  record WatchedWord(UUID id, String query) {}

  /** Those of the current organization, oldest first. */
  List<WatchedWord> all();

  /**
   * @throws WatchSyntaxException where the query can't be read; nothing is kept then
   */
  void add(String query, SignedIn by) throws WatchSyntaxException;

  void remove(UUID id, SignedIn by);
}
