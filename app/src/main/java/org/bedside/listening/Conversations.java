package org.bedside.listening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a mention and what it answers, as far as that is sure. Of the current organization;
 * call inside a transaction.
 */
public interface Conversations {

  /** What is known of each of the mentions that exist, in ascending order. */
  List<Part> of(Collection<Long> mentions);

  /** Answers to one mention that {@link #answersTo} tells. */
  int MOST_ANSWERS = 200;

  /**
   * What we heard before the post that it answers: for each of the mentions those that answer it,
   * in ascending order and up to {@link #MOST_ANSWERS}. Mentions without any are left out.
   */
  Map<Long, List<Long>> answersTo(Collection<Long> mentions);

  /** The stable name of the way in of each source: its connector's, {@code file} or {@code api}. */
  Map<UUID, String> networks();

  /**
   * @param network as in {@link #networks}
   * @param writer the same for everything that an account wrote, and for nobody else; null where
   *     only a name to show is known, for two people can have the same
   * @param answers the mention that it answers, if we hold it
   */
  record Part(long mention, String network, @Nullable String writer, @Nullable Long answers) {}
}
