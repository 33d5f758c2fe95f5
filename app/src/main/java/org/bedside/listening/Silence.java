package org.bedside.listening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a source most likely brings nothing, as far as what is stored can tell. */
public sealed interface Silence {

  /** Its network let us in until then. */
  record AccessEnded(Instant at) implements Silence {}

  /**
   * There has been no answer since it fell silent, so nobody knows whether it is.
   *
   * @param last the last answer before
   * @param next when it is asked next
   */
  record NotAnswered(@Nullable Instant last, @Nullable Instant next) implements Silence {}

  /**
   * Its address leads elsewhere, and there is nothing new there.
   *
   * @param to that address
   */
  record Moved(String to, Instant since) implements Silence {}

  /** The page of its posts has none any more. */
  record Empty(Instant since) implements Silence {}

  /**
   * It answers with posts that are all known.
   *
   * @param newest when the newest of them was published
   */
  record Repeated(int posts, @Nullable Instant newest, Instant since) implements Silence {}

  /** Known posts come in other words, and no others. */
  record Edited(Instant since) implements Silence {}

  /** It answers that there is nothing new. */
  record NothingNew(@Nullable Instant since) implements Silence {}

  /** A program brings posts, and all of them are known. */
  record PushedAgain(Instant since) implements Silence {}

  /** A program brings posts, and none of them can be taken. */
  record PushedInVain(Instant since) implements Silence {}

  /** No program brings anything. */
  record NotPushed() implements Silence {}

  /** Of a stream only what a watch matches is kept, and no watch listens. */
  record NoWatch() implements Silence {}

  /**
   * The watches that matched most of what came last were removed, paused or changed since.
   *
   * @param watches names of those that are there still
   */
  record WatchesChanged(List<String> watches) implements Silence {
    public WatchesChanged {
      watches = List.copyOf(watches);
    }
  }

  /** The stream is heard, and nothing said there matches a watch. */
  record NothingMatches() implements Silence {}
}
