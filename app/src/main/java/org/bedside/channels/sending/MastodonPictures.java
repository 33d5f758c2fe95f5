package org.bedside.channels.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.outbound.Multipart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Brings the pictures of a reply to a Mastodon server. What the server calls each is kept with the
 * delivery before anything else is asked, so that a repeat names the same ones: a picture too many
 * is thrown away by the server within a day, a status is never made of it.
 */
record MastodonPictures(Line line, Map<String, String> bearer) {

  /** Servers throw away what no status took within a day. */
  private static final Duration GOOD_FOR = Duration.ofHours(12);

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 8_000_000;

  /** Either what the pictures are called, or why there is no going on. */
  sealed interface Ready {
    record Ids(List<String> ids) implements Ready {}

    record Not(Outcome why) implements Ready {}
  }

  /** What one picture is called, whether it is ready, or why there is no going on. */
  private sealed interface One {
    record Id(String id, boolean ready) implements One {}

    record Not(Outcome why) implements One {}
  }

  Ready of(Job job) {
    List<String> ids = new ArrayList<>();
    boolean ready = true;
    for (Enclosed picture : job.pictures()) {
      switch (one(picture, job.doubt())) {
        case One.Id id -> {
          ids.add(id.id());
          ready &= id.ready();
        }
        case One.Not(Outcome why) -> {
          return new Ready.Not(why);
        }
      }
    }
    return ready
        ? new Ready.Ids(ids)
        : new Ready.Not(new Outcome.RetryLater(SOON, "channels.error.picture-in-work", "", false));
  }

  private One one(Enclosed picture, boolean doubt) {
    String known = picture.networkId();
    return known == null || !isGood(picture.uploadedAt())
        ? upload(picture)
        : again(picture, known, doubt);
  }

  private boolean isGood(@Nullable Instant uploaded) {
    return uploaded != null && line.now().isBefore(uploaded.plus(GOOD_FOR));
  }

  private One upload(Enclosed picture) {
    Optional<Enclosed> fitting = Fitting.within(picture, MOST_BYTES);
    if (fitting.isEmpty()) {
      return new One.Not(refused());
    }
    Enclosed one = fitting.get();
    String name = one.mediaType().equals("image/png") ? "picture.png" : "picture.jpg";
    Multipart form =
        new Multipart()
            .field("description", one.alt())
            .file("file", name, one.mediaType(), one.content());
    return switch (line.multipart("/api/v2/media", bearer, form)) {
      case Said.Ok(JsonNode json) when !id(json).isEmpty() -> {
        line.uploaded(picture.id(), id(json));
        yield new One.Id(id(json), isReady(json));
      }
      case Said.No no when no.status() == 404 -> new One.Not(refused());
      case Said other -> new One.Not(Meaning.ofPreparing(other));
    };
  }

  /** A status that took it hides it, so that where there may be one it is named without asking. */
  private One again(Enclosed picture, String known, boolean doubt) {
    if (doubt) {
      return new One.Id(known, true);
    }
    return switch (line.get("/api/v1/media/" + Line.encoded(known), bearer)) {
      case Said.Ok(JsonNode json) -> new One.Id(known, isReady(json));
      case Said.No no when no.status() == 404 -> upload(picture);
      case Said.No no when no.status() == 422 -> new One.Not(refused());
      case Said other -> new One.Not(Meaning.ofPreparing(other));
    };
  }

  private static Outcome refused() {
    return new Outcome.Refused("channels.refused.picture", "");
  }

  /** It has an address once the server is done with it. */
  private static boolean isReady(JsonNode json) {
    return !json.path("url").stringValue("").isEmpty();
  }

  private static String id(JsonNode json) {
    return json.path("id").asString("");
  }
}
