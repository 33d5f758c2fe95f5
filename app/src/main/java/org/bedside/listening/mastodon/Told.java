package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;

/** What a stream told and nobody has stored yet; of one status only the last word counts. */
final class Told {

  private final URI server;
  private final Map<String, Status> statuses = new LinkedHashMap<>();
  private final List<String> deleted = new ArrayList<>();

  Told(URI server) {
    this.server = server;
  }

  void add(Events.Event event, Instant now) {
    switch (event.name()) {
      case "update", "status.update" ->
          Json.read(event.data())
              .flatMap(json -> Status.read(json, server, now))
              .ifPresent(status -> statuses.put(status.id(), status));
      case "delete" -> {
        String id = event.data().strip();
        statuses.remove(id);
        deleted.add(id);
      }
      default -> {
        // Notifications, announcements and what comes to be: not about posts.
      }
    }
  }

  int size() {
    return statuses.size() + deleted.size();
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** All of it, moving the place on; empty afterwards. */
  Heard.Posts take(Place place) {
    List<RawPost> posts = new ArrayList<>();
    List<String> withdrawn = new ArrayList<>(deleted);
    for (Status status : statuses.values()) {
      place.reach(status.id());
      RawPost post = status.post();
      if (post != null) {
        posts.add(post);
        place.lately.add(status.id(), status.published());
      } else if (place.lately.knows(status.id())) {
        withdrawn.add(status.id());
      }
    }
    place.lately.forget(withdrawn);
    statuses.clear();
    deleted.clear();
    return new Heard.Posts(posts, withdrawn, place.write());
  }
}
