package org.bedside.inbox;

import java.util.List;
import java.util.Optional;
import org.bedside.identity.SignedIn;

/**
 * Replies that are kept ready, from wherever wordings are kept. Where the application has no such
 * bean, macros offer no reply.
 */
public interface CannedReplies {

  /**
   * @param id as a macro keeps it
   */
  record Canned(String id, String name) {}

  /** Those that a macro may start from, by name. */
  List<Canned> all();

  /** Its text for this case; empty where it is gone or not made for such a case. */
  Optional<String> text(String id, long caseId, SignedIn by);
}
