package org.bedside.listening.bluesky;

import org.bedside.listening.RawPost;

/** What a stream says happened. */
sealed interface Event {

  /** Written or edited. */
  record Put(String key, RawPost post) implements Event {}

  /** Deleted by its author. */
  record Deleted(String key) implements Event {}

  /** An account whose posts are not to be shown any more. */
  record Gone(String did) implements Event {}
}
