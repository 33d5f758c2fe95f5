package org.bedside.handover;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was invited can do. They are nobody's member: the link says whose conversation
 * it is, and the browser's secret that it is theirs. Each method works on behalf of the
 * organization behind the link, whatever organization the caller is in. Thread-safe.
 */
public interface Visits {

  /** What is behind the link for the browser with this secret. Changes nothing. */
  Door at(String token, @Nullable String browser);

  /**
   * Binds the link to a browser.
   *
   * @return the browser's secret; empty where the link was opened before, or can't be any more
   */
  Optional<String> open(String token);

  /** Records the consent, and makes the key; false where it is too late or too early for that. */
  boolean consent(String token, @Nullable String browser, Consent consent);

  /**
   * Keeps a message, sealed, and tells those who read them that one waits.
   *
   * @param reach kept with the first message; ignored with later ones
   */
  Written write(String token, @Nullable String browser, String words, Reach reach);

  /** Ends the conversation; the words stay as long as promised. */
  boolean end(String token, @Nullable String browser);

  /** Takes the consent back: the words are erased at once, or as soon as no hold is on them. */
  boolean revoke(String token, @Nullable String browser);

  /** What became of a message. */
  enum Written {
    KEPT,
    /** There are as many messages as there may be. */
    FULL,
    /** Nothing can be written here, or no more. */
    CLOSED
  }
}
