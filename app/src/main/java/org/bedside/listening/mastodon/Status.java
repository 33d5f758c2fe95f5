package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A status as the API describes it (docs.joinmastodon.org/entities/Status).
 *
 * @param id its key on this server, by which edits and deletions are told
 * @param post null where it is not for the public, or has no words
 */
record Status(String id, Instant published, @Nullable RawPost post) {

  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_NAME = 300;

  /**
   * Reads a status; of a boost, the status that was boosted.
   *
   * @param now a date further ahead than a day is not believed
   * @return empty where it is none
   */
  static Optional<Status> read(Json json, URI server, Instant now) {
    Json boosted = json.at("reblog");
    Json status = boosted.isObject() ? boosted : json;
    String id = status.string("id");
    String content = status.string("content");
    if (id == null || id.isBlank() || id.length() > LONGEST_KEY || content == null) {
      return Optional.empty();
    }
    Instant written = status.time("created_at");
    if (written != null && !written.isBefore(now.plus(AHEAD))) {
      written = null;
    }
    String visibility = status.words("visibility");
    boolean forAll = !visibility.equals("private") && !visibility.equals("direct");
    String text = text(status, content);
    return Optional.of(
        new Status(
            id,
            written == null ? now : written,
            forAll && !text.isBlank() ? post(status, id, text, server, written) : null));
  }

  /** The words, then what its pictures show and what its poll offers. */
  private static String text(Json status, String content) {
    StringBuilder text = new StringBuilder(PlainText.ofHtml(content));
    for (Json media : status.list("media_attachments")) {
      line(text, media.words("description"));
    }
    for (Json option : status.at("poll").list("options")) {
      line(text, option.words("title"));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String words) {
    if (!words.isBlank()) {
      text.append(text.isEmpty() ? "" : "\n").append(PlainText.tidy(words));
    }
  }

  private static RawPost post(
      Json status, String id, String text, URI server, @Nullable Instant written) {
    Json account = status.at("account");
    String url = status.string("url");
    String warning = PlainText.tidy(status.words("spoiler_text"));
    return RawPost.of(id, text)
        .by(author(account, server), url == null ? status.string("uri") : url, written)
        .in(status.string("language"))
        .titled(warning.isEmpty() ? null : warning, null)
        .within(
            status.string("in_reply_to_id"),
            new Reach(
                account.number("followers_count"),
                status.number("favourites_count"),
                shares(status),
                status.number("replies_count"),
                null));
  }

  private static @Nullable Long shares(Json status) {
    Long boosts = status.number("reblogs_count");
    Long quotes = status.number("quotes_count");
    return boosts == null || quotes == null ? boosts : Long.valueOf(boosts + quotes);
  }

  /** As it is written to address somebody: {@code @user@server}. */
  private static @Nullable String author(Json account, URI server) {
    String name = account.words("acct");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return null;
    }
    return "@" + (name.indexOf('@') < 0 ? name + "@" + server.getRawAuthority() : name);
  }
}
