package org.bedside.understanding;

import org.jspecify.annotations.Nullable;

/**
 * A watch that an organization may want.
 *
 * @param name what it follows, as it was entered
 * @param query can be read by {@link WatchQuery#parse}; where the name is ambiguous, the safer
 *     query
 * @param plain the query of the name alone, the same as {@code query} where it isn't ambiguous
 * @param within name of another proposed watch that finds all that this one finds; null where none
 *     does
 * @param ambiguity why the name alone would bring much that isn't meant; null where it would not
 */
public record ProposedWatch(
    String name,
    String query,
    String plain,
    @Nullable String within,
    @Nullable Ambiguity ambiguity) {

  /** Why a name alone is not enough. */
  public enum Ambiguity {
    /** Many institutions bear it, or several of the known names have it inside. */
    SHARED("shared"),
    /** Everyday words, which people write without meaning anybody. */
    COMMON_WORDS("common-words"),
    /** So few letters that others use them for something else. */
    SHORT("short"),
    /** One name of a person, without the other. */
    HALF_A_NAME("half-a-name");

    private final String key;

    Ambiguity(String key) {
      this.key = key;
    }

    /** Stable, for messages. */
    public String key() {
      return key;
    }
  }
}
