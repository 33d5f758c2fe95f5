package org.bedside.listening.mastodon;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A timeline of a server.
 *
 * @param server scheme, host and port
 * @param name the hashtag, the number of the list or of the account, percent-encoded as in the
 *     address; empty for public posts
 * @param local whether only posts that were written on this server
 */
record Timeline(URI server, Kind kind, String name, boolean local) {

  enum Kind {
    PUBLIC,
    HASHTAG,
    LIST,
    ACCOUNT
  }

  /** Reads addresses as people see them in their browser, and those of the API itself. */
  static Optional<Timeline> of(URI address) {
    if (address.getScheme() == null || address.getRawAuthority() == null) {
      return Optional.empty();
    }
    URI server = URI.create(address.getScheme() + "://" + address.getRawAuthority());
    String query = address.getRawQuery() == null ? "" : "&" + address.getRawQuery() + "&";
    boolean local = query.contains("&local=true&") || query.contains("&local=1&");
    List<String> path = segments(address);
    if (path.size() > 3 && path.subList(0, 2).equals(List.of("api", "v1"))) {
      return ofApi(server, path.subList(2, path.size()), local);
    }
    if (path.size() == 2 && path.getFirst().equals("tags")) {
      return Optional.of(new Timeline(server, Kind.HASHTAG, path.get(1), local));
    }
    if (path.size() == 2 && path.getFirst().equals("lists")) {
      return Optional.of(new Timeline(server, Kind.LIST, path.get(1), false));
    }
    if (path.equals(List.of("public"))) {
      return Optional.of(new Timeline(server, Kind.PUBLIC, "", local));
    }
    if (path.equals(List.of("public", "local"))) {
      return Optional.of(new Timeline(server, Kind.PUBLIC, "", true));
    }
    return Optional.empty();
  }

  private static Optional<Timeline> ofApi(URI server, List<String> path, boolean local) {
    if (path.equals(List.of("timelines", "public"))) {
      return Optional.of(new Timeline(server, Kind.PUBLIC, "", local));
    }
    if (path.size() != 3) {
      return Optional.empty();
    }
    String name = path.get(1).equals("tag") || path.get(1).equals("list") ? path.get(2) : "";
    return switch (path.get(0) + "/" + path.get(1)) {
      case "timelines/tag" -> Optional.of(new Timeline(server, Kind.HASHTAG, name, local));
      case "timelines/list" -> Optional.of(new Timeline(server, Kind.LIST, name, false));
      default ->
          path.getFirst().equals("accounts") && path.get(2).equals("statuses")
              ? Optional.of(new Timeline(server, Kind.ACCOUNT, path.get(1), false))
              : Optional.empty();
    };
  }

  static List<String> segments(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
  }

  /** The address as it is kept with the source. */
  URI address() {
    return server.resolve(
        switch (kind) {
          case PUBLIC -> local ? "/public/local" : "/public";
          case HASHTAG -> "/tags/" + name + (local ? "?local=true" : "");
          case LIST -> "/lists/" + name;
          case ACCOUNT -> "/api/v1/accounts/" + name + "/statuses";
        });
  }

  /**
   * Where posts are asked for.
   *
   * @param place a further parameter, such as {@code max_id=7}; empty for the newest
   */
  URI page(int limit, String place) {
    String path =
        switch (kind) {
          case PUBLIC -> "/api/v1/timelines/public?";
          case HASHTAG -> "/api/v1/timelines/tag/" + name + "?";
          case LIST -> "/api/v1/timelines/list/" + name + "?";
          case ACCOUNT -> "/api/v1/accounts/" + name + "/statuses?exclude_reblogs=true&";
        };
    String where = (local ? "local=true&" : "") + "limit=" + limit;
    return server.resolve(path + where + (place.isEmpty() ? "" : "&" + place));
  }

  /** Where its stream is; null where there is none. */
  @Nullable URI stream(URI streaming) {
    return switch (kind) {
      case PUBLIC -> streaming.resolve("/api/v1/streaming/public" + (local ? "/local" : ""));
      case HASHTAG ->
          streaming.resolve("/api/v1/streaming/hashtag" + (local ? "/local" : "") + "?tag=" + name);
      case LIST -> streaming.resolve("/api/v1/streaming/list?list=" + name);
      case ACCOUNT -> null;
    };
  }

  /**
   * Whether posts of other servers come in, which may arrive late and are then filed under the time
   * at which they were written.
   */
  boolean takesFromElsewhere() {
    return !local && kind != Kind.ACCOUNT;
  }

  String title() {
    String host = server.getRawAuthority();
    return switch (kind) {
      case PUBLIC -> host;
      case HASHTAG -> "#" + URI.create("/" + name).getPath().substring(1) + " · " + host;
      case LIST, ACCOUNT -> name + " · " + host;
    };
  }
}
