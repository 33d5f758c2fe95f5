package org.bedside.listening;

import java.util.List;
import java.util.UUID;

/** The one door through which posts come in. */
public interface PostIntake {

  /**
   * Stores posts and the mentions that follow from them, in the caller's transaction or one of its
   * own. Doing it again changes nothing: (source, external id) is the key, an edited post becomes a
   * new version and is assessed again. A post that can't be stored is answered as rejected; the
   * others are stored all the same.
   *
   * @param source a source of the current organization
   */
  Received receive(UUID source, List<RawPost> posts);

  /** Removes posts that their source deleted, with all that rests on them; answers how many. */
  int withdraw(UUID source, List<String> externalIds);
}
