package org.bedside.listening.youtube;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is listened to.
 *
 * @param api where the API is; at YouTube itself another host than people see
 * @param name the key of the channel or video, the handle, or the words of the search
 */
record Place(URI api, URI site, Kind kind, String name) {

  enum Kind {
    /** Comments on all videos of a channel. */
    CHANNEL,
    /** A channel by the name that people use; looked up once. */
    HANDLE,
    VIDEO,
    /** Videos that are found, and the comments on them. */
    SEARCH
  }

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern PARAMETER =
      Pattern.compile("(?:^|&)(v|search_query)=([^&]{1,1000})");

  static Optional<Place> of(URI address) {
    if (address.getRawAuthority() == null || address.getScheme() == null) {
      return Optional.empty();
    }
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    URI base = URI.create(address.getScheme() + "://" + address.getRawAuthority());
    URI api = isYoutube(host) ? URI.create("https://www.googleapis.com") : base;
    URI site = isYoutube(host) ? URI.create("https://www.youtube.com") : base;
    List<String> path =
        Arrays.stream(String.valueOf(address.getRawPath()).split("/"))
            .filter(part -> !part.isEmpty())
            .toList();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String first = path.getFirst();
    Matcher parameter = PARAMETER.matcher(String.valueOf(address.getRawQuery()));
    String value = parameter.find() ? parameter.group(2) : "";
    return (switch (first) {
          case "channel" -> named(Kind.CHANNEL, path.size() > 1 ? path.get(1) : "");
          case "shorts", "live" -> named(Kind.VIDEO, path.size() > 1 ? path.get(1) : "");
          case "watch" -> named(Kind.VIDEO, value);
          case "results" ->
              value.isEmpty()
                  ? Optional.<Named>empty()
                  : Optional.of(
                      new Named(Kind.SEARCH, URLDecoder.decode(value, StandardCharsets.UTF_8)));
          default ->
              host.equals("youtu.be")
                  ? named(Kind.VIDEO, first)
                  : first.startsWith("@") && first.length() < 100
                      ? Optional.of(new Named(Kind.HANDLE, first))
                      : Optional.<Named>empty();
        })
        .map(named -> new Place(api, site, named.kind(), named.name()));
  }

  private record Named(Kind kind, String name) {}

  private static Optional<Named> named(Kind kind, String key) {
    return KEY.matcher(key).matches() ? Optional.of(new Named(kind, key)) : Optional.empty();
  }

  static boolean isYoutube(String host) {
    return host.equals("youtu.be") || host.equals("youtube.com") || host.endsWith(".youtube.com");
  }

  /** A question to the API. */
  URI at(String question) {
    return api.resolve("/youtube/v3/" + question);
  }

  URI address() {
    return site.resolve(
        switch (kind) {
          case CHANNEL -> "/channel/" + name;
          case HANDLE -> "/" + name;
          case VIDEO -> "/watch?v=" + name;
          case SEARCH -> "/results?search_query=" + encoded(name);
        });
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
