package org.bedside.listening.meta;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Page or an Instagram account, as in {@code https://graph.facebook.com/v23.0/1234} and {@code
 * https://graph.facebook.com/v23.0/1234?instagram}.
 *
 * @param base the Graph API with its version, without a slash at the end
 */
record Account(String base, String id, boolean instagram) {

  private static final Pattern PATH = Pattern.compile("^/(v\\d{1,3}\\.\\d)/(\\d{1,30})/?$");

  private static final String MENTION = "id,message,from,created_time,permalink_url";
  private static final String COMMENT = MENTION + ",like_count,comment_count,parent";
  private static final String COMMENT_OF_INSTAGRAM = "id,text,username,timestamp,like_count,from";
  private static final String REPLIES =
      ",replies.limit(20)%7Bid,text,username,timestamp,like_count,from%7D";

  static Optional<Account> of(URI address) {
    Matcher path = PATH.matcher(String.valueOf(address.getRawPath()));
    if (!path.matches() || address.getHost() == null) {
      return Optional.empty();
    }
    String base = address.resolve("/" + path.group(1)).toString();
    boolean instagram = String.valueOf(address.getRawQuery()).startsWith("instagram");
    return Optional.of(new Account(base, path.group(2), instagram));
  }

  /** What is asked for, one after the other, each a page of up to 25 with what hangs on it. */
  List<String> edges() {
    return instagram
        ? List.of(
            "/media?limit=25&fields=id,permalink,comments.limit(50)%7B"
                + COMMENT_OF_INSTAGRAM
                + REPLIES
                + "%7D",
            "/tags?limit=25&fields=id,caption,username,timestamp,permalink,like_count,comments_count")
        : List.of(
            "/posts?limit=25&fields=id,permalink_url,comments.limit(50).filter(stream)"
                + ".order(reverse_chronological)%7B"
                + COMMENT
                + "%7D",
            "/tagged?limit=25&fields=" + MENTION,
            "/ratings?limit=25&fields=created_time,reviewer,rating,review_text,"
                + "recommendation_type,open_graph_story");
  }

  /**
   * What one thing that an edge listed is asked for by its key; empty where Meta has no way to.
   * Tagged media are another account's, which only lists show.
   */
  Optional<String> fieldsOfOne(int edge) {
    return switch (edge) {
      case 0 -> Optional.of(instagram ? COMMENT_OF_INSTAGRAM : COMMENT);
      case 1 -> instagram ? Optional.empty() : Optional.of(MENTION);
      default -> Optional.of("id");
    };
  }

  /** Where further comments of one of its posts are. */
  String comments(String post) {
    return base
        + "/"
        + post
        + (instagram
            ? "/comments?limit=50&fields=" + COMMENT_OF_INSTAGRAM + REPLIES
            : "/comments?limit=50&filter=stream&order=reverse_chronological&fields=" + COMMENT);
  }

  String url(String rest) {
    return base + "/" + id + rest;
  }
}
