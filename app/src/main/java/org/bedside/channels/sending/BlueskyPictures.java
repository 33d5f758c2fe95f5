package org.bedside.channels.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Brings the pictures of a reply to a data server. One that is brought twice is one: it is known by
 * what is in it; one that no record names is thrown away.
 */
record BlueskyPictures(BlueskySession session) {

  /** As the lexicon of the embed has it. */
  static final int MOST_BYTES = 1_000_000;

  /** Either what the record embeds, or why there is no going on. */
  sealed interface Ready {
    record Embed(Map<String, Object> embed) implements Ready {}

    record Unreadable() implements Ready {}

    record Not(Said said) implements Ready {}
  }

  Ready of(List<Enclosed> pictures) {
    List<Map<String, Object>> images = new ArrayList<>();
    for (Enclosed picture : pictures) {
      Optional<Enclosed> fitting = Fitting.within(picture, MOST_BYTES);
      if (fitting.isEmpty()) {
        return new Ready.Unreadable();
      }
      Enclosed one = fitting.get();
      switch (session.upload(one.mediaType(), one.content())) {
        case Said.Ok(JsonNode json) when json.path("blob").isObject() ->
            images.add(
                Map.of(
                    "alt",
                    one.alt(),
                    "image",
                    json.path("blob"),
                    "aspectRatio",
                    Map.of("width", one.width(), "height", one.height())));
        case Said other -> {
          return new Ready.Not(other);
        }
      }
    }
    return new Ready.Embed(Map.of("$type", "app.bsky.embed.images", "images", images));
  }
}
