package org.bedside.channels.sending;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a network to do something. Errors are message keys with their value. */
public sealed interface Outcome {

  /** It is done, and the network said so. */
  record Sent(String id, @Nullable URI url) implements Outcome {}

  /** The network did nothing, and will do nothing however often it is asked. */
  record Refused(String error, String detail) implements Outcome {}

  /**
   * For certain nothing was done; it may be later.
   *
   * @param after how long the network, or what is wrong, asks to wait; null for no longer than
   *     usual
   * @param all whether that holds for everything of this account
   */
  record RetryLater(@Nullable Duration after, String error, String detail, boolean all)
      implements Outcome {}

  /** It may have been done. */
  record Unknown(String error, String detail) implements Outcome {}
}
