package org.bedside.listening.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A comment, an answer to one, or a video, as the API describes them.
 *
 * @param missing whether the thread that it begins has more answers than came with it
 */
record Said(String id, Instant published, RawPost post, boolean missing) {

  private static final int LONGEST_KEY = 200;

  /** The comments of a page of threads, each with the answers that came with it. */
  static List<Said> threads(Json page, Instant now) {
    List<Said> all = new ArrayList<>();
    for (Json thread : page.list("items")) {
      Json snippet = thread.at("snippet");
      Json top = snippet.at("topLevelComment");
      List<Json> answers = thread.at("replies").list("comments");
      Long total = snippet.number("totalReplyCount");
      Said said =
          comment(
              top, snippet.words("videoId"), total, total != null && total > answers.size(), now);
      if (said != null) {
        all.add(said);
        answers(answers, snippet.words("videoId"), now, all);
      }
    }
    return all;
  }

  /** The comments of a page of comments. */
  static List<Said> comments(Json page, Instant now) {
    List<Said> all = new ArrayList<>();
    answers(page.list("items"), "", now, all);
    return all;
  }

  private static void answers(List<Json> answers, String video, Instant now, List<Said> into) {
    for (Json answer : answers) {
      Said said = comment(answer, video, null, false, now);
      if (said != null) {
        into.add(said);
      }
    }
  }

  private static @Nullable Said comment(
      Json comment, String video, @Nullable Long answers, boolean missing, Instant now) {
    Json snippet = comment.at("snippet");
    String id = comment.string("id");
    String text = snippet.string("textOriginal");
    String words = text == null ? snippet.string("textDisplay") : text;
    if (id == null || id.isBlank() || id.length() > LONGEST_KEY || words == null) {
      return null;
    }
    Instant published = believed(snippet.time("publishedAt"), now);
    String of = snippet.string("videoId");
    String about = of == null ? video : of;
    RawPost post =
        RawPost.of(id, PlainText.tidy(words))
            .by(
                snippet.string("authorDisplayName"),
                about.isBlank()
                    ? null
                    : "https://www.youtube.com/watch?v="
                        + Place.encoded(about)
                        + "&lc="
                        + Place.encoded(id),
                published)
            .within(
                snippet.string("parentId"), Reach.of(snippet.number("likeCount"), null, answers));
    return post.text().isBlank()
        ? null
        : new Said(id, published == null ? now : published, post, missing);
  }

  /** The videos of a page; title and description are their words. */
  static List<Said> videos(Json page, Instant now) {
    List<Said> all = new ArrayList<>();
    for (Json video : page.list("items")) {
      String id = video.string("id");
      Json snippet = video.at("snippet");
      String title = PlainText.tidy(snippet.words("title"));
      String words = PlainText.tidy(snippet.words("description"));
      if (id == null || id.isBlank() || id.length() > LONGEST_KEY || title.isBlank()) {
        continue;
      }
      Instant published = believed(snippet.time("publishedAt"), now);
      Json counts = video.at("statistics");
      RawPost post =
          RawPost.of("video:" + id, words.isBlank() ? title : words)
              .by(
                  snippet.string("channelTitle"),
                  "https://www.youtube.com/watch?v=" + Place.encoded(id),
                  published)
              .in(snippet.string("defaultAudioLanguage"))
              .titled(words.isBlank() ? null : title, null)
              .within(
                  null,
                  new Reach(
                      null,
                      counts.number("likeCount"),
                      null,
                      counts.number("commentCount"),
                      counts.number("viewCount")));
      all.add(new Said(id, published == null ? now : published, post, false));
    }
    return all;
  }

  private static @Nullable Instant believed(@Nullable Instant written, Instant now) {
    return written == null || written.isAfter(now.plusSeconds(86_400)) ? null : written;
  }
}
