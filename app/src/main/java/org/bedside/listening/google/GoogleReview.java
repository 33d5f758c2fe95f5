package org.bedside.listening.google;

import java.time.Duration;
import java.time.Instant;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;

/**
 * A review as accounts.locations.reviews has it.
 *
 * @param updated when its writer changed it last
 */
record GoogleReview(String id, Instant updated, RawPost post) {

  private static final int LONGEST_ID = 500;
  private static final String ORIGINAL = "(Original)";
  private static final String TRANSLATED = "(Translated by Google)";

  /** Null where it lacks what makes it one. */
  static @Nullable GoogleReview of(Json json, Instant now) {
    String id = json.words("reviewId");
    Instant created = json.time("createTime");
    Instant updated = json.time("updateTime");
    Double stars = stars(json.words("starRating"));
    String text = original(json.words("comment"));
    if (id.isBlank() || id.length() > LONGEST_ID || (stars == null && text.isBlank())) {
      return null;
    }
    Instant published =
        created != null && created.isBefore(now.plus(Duration.ofDays(1))) ? created : null;
    boolean anonymous = json.at("reviewer", "isAnonymous").isTrue();
    String name = json.at("reviewer").words("displayName");
    boolean answered = json.at("reviewReply").isObject();
    RawPost post =
        RawPost.of(id, text)
            .by(anonymous || name.isBlank() ? null : name, null, published)
            .titled(null, stars)
            .within(null, new Reach(null, null, null, answered ? 1L : 0L, null));
    Instant last = updated != null ? updated : created != null ? created : Instant.EPOCH;
    return new GoogleReview(id, last, post);
  }

  private static @Nullable Double stars(String written) {
    return switch (written) {
      case "ONE" -> 1.0;
      case "TWO" -> 2.0;
      case "THREE" -> 3.0;
      case "FOUR" -> 4.0;
      case "FIVE" -> 5.0;
      default -> null;
    };
  }

  /** What the writer wrote, without the translation that Google puts before or behind it. */
  private static String original(String comment) {
    int original = comment.indexOf(ORIGINAL);
    if (original >= 0) {
      return comment.substring(original + ORIGINAL.length()).strip();
    }
    int translated = comment.indexOf(TRANSLATED);
    return (translated > 0 ? comment.substring(0, translated) : comment).strip();
  }
}
