package org.bedside.channels.connecting;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * Where access to accounts of a network is granted: OAuth 2.0, RFC 6749, with PKCE, RFC 7636, which
 * servers that don't know it leave unread.
 *
 * @param authorize where the person is sent
 * @param token where the code is exchanged
 * @param scopes what is asked for
 * @param extra further parameters of the first request
 * @param basic whether the client's secret goes into a header rather than into the form
 * @param refreshes whether access lasts by a refresh token alone
 */
record AuthorizationServer(
    URI authorize,
    URI token,
    List<String> scopes,
    Map<String, String> extra,
    boolean basic,
    boolean refreshes) {

  static final List<String> MASTODON_SCOPES = List.of("read", "write:statuses", "write:media");
  private static final String META = "/v23.0";

  /**
   * @param server where the network is asked; null for its own well-known address
   */
  static AuthorizationServer of(Network network, @Nullable URI server) {
    return switch (network) {
      case BLUESKY -> throw new IllegalArgumentException("Bluesky takes app passwords");
      case MASTODON -> {
        String base = String.valueOf(server);
        yield new AuthorizationServer(
            URI.create(base + "/oauth/authorize"),
            URI.create(base + "/oauth/token"),
            MASTODON_SCOPES,
            Map.of(),
            false,
            false);
      }
      case GOOGLE_BUSINESS -> google(server, "https://www.googleapis.com/auth/business.manage");
      case YOUTUBE -> google(server, "https://www.googleapis.com/auth/youtube.force-ssl");
      case FACEBOOK ->
          meta(
              server,
              List.of(
                  "pages_show_list",
                  "pages_read_engagement",
                  "pages_read_user_content",
                  "pages_manage_engagement"));
      case INSTAGRAM ->
          meta(
              server,
              List.of(
                  "pages_show_list",
                  "pages_read_engagement",
                  "instagram_basic",
                  "instagram_manage_comments"));
      case REDDIT ->
          new AuthorizationServer(
              at(server, "https://www.reddit.com", "/api/v1/authorize"),
              at(server, "https://www.reddit.com", "/api/v1/access_token"),
              List.of("identity", "read", "history", "submit", "edit"),
              Map.of("duration", "permanent"),
              true,
              true);
      case X ->
          new AuthorizationServer(
              at(server, "https://x.com", "/i/oauth2/authorize"),
              at(server, "https://api.x.com", "/2/oauth2/token"),
              List.of("tweet.read", "tweet.write", "users.read", "media.write", "offline.access"),
              Map.of(),
              true,
              true);
    };
  }

  /** Google gives a refresh token again only where it asks the person again. */
  private static AuthorizationServer google(@Nullable URI server, String scope) {
    return new AuthorizationServer(
        at(server, "https://accounts.google.com", "/o/oauth2/v2/auth"),
        at(server, "https://oauth2.googleapis.com", "/token"),
        List.of(scope),
        Map.of("access_type", "offline", "prompt", "consent"),
        false,
        true);
  }

  private static AuthorizationServer meta(@Nullable URI server, List<String> scopes) {
    return new AuthorizationServer(
        at(server, "https://www.facebook.com", META + "/dialog/oauth"),
        at(server, "https://graph.facebook.com", META + "/oauth/access_token"),
        scopes,
        Map.of(),
        false,
        false);
  }

  private static URI at(@Nullable URI server, String home, String path) {
    return URI.create((server == null ? home : server.toString()) + path);
  }

  /** Where the person is sent to agree. */
  URI asking(Client client, String redirect, String state, String verifier) {
    Map<String, String> query = new TreeMap<>(extra);
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("redirect_uri", redirect);
    query.put("scope", String.join(" ", scopes));
    query.put("state", state);
    query.put("code_challenge", Words.challenge(verifier));
    query.put("code_challenge_method", "S256");
    return URI.create(authorize + "?" + written(query));
  }

  /** As a query and as a form alike. */
  static String written(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
