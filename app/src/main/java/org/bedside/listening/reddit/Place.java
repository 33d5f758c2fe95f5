package org.bedside.listening.reddit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is listened to: a community, or a search in one or in all.
 *
 * @param api where the API is; at Reddit itself another host than people see
 * @param token where tokens are given out
 * @param community several may be joined by a plus; empty for all
 * @param words that are searched for, percent-encoded; empty where everything is taken
 */
record Place(URI api, URI token, String community, String words) {

  private static final Pattern COMMUNITY = Pattern.compile("[A-Za-z0-9_+]{1,200}");
  private static final Pattern QUERY = Pattern.compile("(?:^|&)q=([^&]{1,1000})");

  static Optional<Place> of(URI address) {
    if (address.getRawAuthority() == null || address.getScheme() == null) {
      return Optional.empty();
    }
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    List<String> path =
        new ArrayList<>(
            Arrays.stream(String.valueOf(address.getRawPath()).split("/"))
                .filter(part -> !part.isEmpty())
                .toList());
    if (host.equals("r")) {
      // "r/nursing", as people write it
      path.addFirst("r");
    }
    boolean named = path.size() > 1 && path.getFirst().equals("r");
    String community = named ? path.get(1) : "";
    Matcher query = QUERY.matcher(String.valueOf(address.getRawQuery()));
    String words = query.find() ? query.group(1) : "";
    boolean search = path.contains("search") && !words.isEmpty();
    if (named ? !COMMUNITY.matcher(community).matches() : !search) {
      return Optional.empty();
    }
    boolean reddit = isReddit(host);
    URI base = URI.create(address.getScheme() + "://" + address.getRawAuthority());
    return Optional.of(
        new Place(
            reddit ? URI.create("https://oauth.reddit.com") : base,
            (reddit ? URI.create("https://www.reddit.com") : base).resolve("/api/v1/access_token"),
            community,
            search ? words : ""));
  }

  static boolean isReddit(String host) {
    return host.equals("reddit.com") || host.endsWith(".reddit.com") || host.equals("r");
  }

  boolean isSearch() {
    return !words.isEmpty();
  }

  /** The newest posts; of a search, those that match. */
  String posts() {
    String within = community.isEmpty() ? "" : "/r/" + community;
    return isSearch()
        ? within
            + "/search?q="
            + words
            + "&sort=new&type=link&"
            + (community.isEmpty() ? "" : "restrict_sr=1&")
        : within + "/new?";
  }

  /** The newest comments of a community. */
  String comments() {
    return "/r/" + community + "/comments?";
  }

  URI at(String path) {
    return api.resolve(path + "raw_json=1&limit=100");
  }

  /** The address as people see it. */
  URI address(URI entered) {
    String host = String.valueOf(entered.getHost());
    URI base =
        host.equals("r")
            ? URI.create("https://www.reddit.com")
            : URI.create(entered.getScheme() + "://" + entered.getRawAuthority());
    String within = community.isEmpty() ? "" : "/r/" + community;
    return base.resolve(isSearch() ? within + "/search/?q=" + words : within + "/");
  }

  String title() {
    String where = community.isEmpty() ? "Reddit" : "r/" + community;
    return isSearch()
        ? java.net.URLDecoder.decode(words, StandardCharsets.UTF_8) + " · " + where
        : where;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
