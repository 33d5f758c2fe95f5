package org.bedside.channels.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.outbound.Multipart;
import tools.jackson.databind.JsonNode;

/**
 * Brings the pictures of a reply to X, each with its description. What X calls one is kept with the
 * delivery once it has its words too, so that a repeat of the reply names the same ones; what no
 * post takes X throws away within a day.
 */
record XPictures(Line line, Map<String, String> headers) {

  private static final Duration GOOD_FOR = Duration.ofHours(12);
  private static final int MOST_BYTES = 5_000_000;

  /** Either what the pictures are called, or why there is no going on. */
  sealed interface Ready {
    record Ids(List<String> ids) implements Ready {}

    record Not(Outcome why) implements Ready {}
  }

  Ready of(Job job) {
    List<String> ids = new ArrayList<>();
    for (Enclosed picture : job.pictures()) {
      if (isKnown(picture)) {
        ids.add(String.valueOf(picture.networkId()));
        continue;
      }
      switch (upload(picture)) {
        case Ready.Ids(List<String> one) -> ids.addAll(one);
        case Ready.Not not -> {
          return not;
        }
      }
    }
    return new Ready.Ids(ids);
  }

  private boolean isKnown(Enclosed picture) {
    return picture.networkId() != null
        && picture.uploadedAt() != null
        && line.now().isBefore(picture.uploadedAt().plus(GOOD_FOR));
  }

  private Ready upload(Enclosed picture) {
    Optional<Enclosed> fitting = Fitting.within(picture, MOST_BYTES);
    if (fitting.isEmpty()) {
      return new Ready.Not(new Outcome.Refused("channels.refused.picture", ""));
    }
    Enclosed one = fitting.get();
    String name = one.mediaType().equals("image/png") ? "picture.png" : "picture.jpg";
    Multipart form =
        new Multipart()
            .field("media_category", "tweet_image")
            .field("media_type", one.mediaType())
            .file("media", name, one.mediaType(), one.content());
    return switch (line.multipart("/2/media/upload", headers, form)) {
      case Said.Ok(JsonNode json) when !id(json).isEmpty() -> described(picture, id(json));
      case Said other -> new Ready.Not(preparing(other));
    };
  }

  private Ready described(Enclosed picture, String id) {
    Map<String, Object> body =
        Map.of("id", id, "metadata", Map.of("alt_text", Map.of("text", picture.alt())));
    return switch (line.json("POST", "/2/media/metadata", headers, body)) {
      case Said.Ok _ -> {
        line.uploaded(picture.id(), id);
        yield new Ready.Ids(List.of(id));
      }
      case Said other -> new Ready.Not(preparing(other));
    };
  }

  /** Before the reply itself is asked for nothing is in doubt. */
  private Outcome preparing(Said said) {
    return said instanceof Said.No no && no.status() == 429
        ? XSender.meaning(line, said)
        : Meaning.ofPreparing(said);
  }

  private static String id(JsonNode json) {
    return json.at("/data/id").asString("");
  }
}
