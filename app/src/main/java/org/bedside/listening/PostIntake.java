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

  /** Reads in what receiving needs, so that the first posts needn't wait for it. */
  void prepare();

  /**
   * As {@link #receive}, from the stream of a whole network: of a source that takes only what a
   * watch matches, what none matches isn't kept at all. What was kept before is kept up to date,
   * whether or not it still matches.
   */
  Received receiveFromStream(UUID source, List<RawPost> posts);

  /**
   * Removes all posts whose key begins so, as {@link #withdraw}; answers how many.
   *
   * @param beginnings none empty
   */
  int withdrawBelow(UUID source, List<String> beginnings);

  /** Removes posts that their source deleted, with all that rests on them; answers how many. */
  int withdraw(UUID source, List<String> externalIds);
}
