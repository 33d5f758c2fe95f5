package org.bedside.listening.bluesky;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a stream has said of accounts so far. Not thread-safe. */
final class Accounts {

  private static final int MOST = 10_000;

  private final Map<String, String> handles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /** The handle where the stream has told it, else the DID. */
  String author(String did) {
    return handles.getOrDefault(did, did);
  }

  /** An {@code identity} event. */
  List<Event> named(String did, JsonNode identity) {
    String handle = Posts.text(identity.path("handle"));
    if (Syntax.isHandle(handle) && !handle.equals("handle.invalid")) {
      handles.put(did, handle);
    } else {
      handles.remove(did);
    }
    return List.of();
  }

  /**
   * An {@code account} event. Whoever was deleted, taken down, suspended or went away for a while
   * is not to be shown, and here that means not to be kept; a server that merely can't keep up with
   * an account ({@code desynchronized}, {@code throttled}) says nothing of the kind.
   */
  List<Event> changed(String did, JsonNode account) {
    if (!account.path("active").isBoolean() || account.path("active").booleanValue()) {
      return List.of();
    }
    return switch (Posts.text(account.path("status"))) {
      case "deleted", "takendown", "suspended", "deactivated" -> List.of(new Event.Gone(did));
      default -> List.of();
    };
  }
}
