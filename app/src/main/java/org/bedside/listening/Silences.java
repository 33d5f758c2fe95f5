package org.bedside.listening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of the current organization answered while they brought nothing new. Call inside
 * a transaction.
 */
public interface Silences {

  /** What an answer without news was. */
  enum Answer {
    NOTHING,
    EMPTY,
    REPEATED,
    EDITED,
    REFUSED
  }

  /**
   * An answer without news.
   *
   * @param posts in it
   * @param newest when the newest of them was published
   * @param foundAt where the source's address led, if elsewhere
   */
  record Quiet(Answer answer, int posts, @Nullable Instant newest, @Nullable String foundAt) {

    /** One without anything to tell of. */
    public static Quiet of(Answer answer) {
      return new Quiet(answer, 0, null, null);
    }
  }

  void quiet(UUID source, Quiet answer);

  /** Something new came. */
  void news(UUID source);

  /**
   * Why a silent source is most likely so.
   *
   * @param streamed whether it sends by itself
   */
  Silence likely(Source source, SourceHealth health, boolean streamed);
}
