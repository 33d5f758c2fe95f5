package org.bedside.listening.connector;

import java.net.URI;
import java.util.Map;

/**
 * Access that a person grants on the network's own page, OAuth 2.0 (RFC 6749) with PKCE (RFC 7636).
 * The client's id and secret are the needs {@code client_id} and {@code client_secret}; what the
 * network gives is kept as {@code access_token} and {@code refresh_token}.
 *
 * @param authorize where the person is sent
 * @param token where the code is exchanged and tokens are renewed
 * @param scopes separated by spaces
 * @param extra further parameters of the first request
 */
public record Grant(URI authorize, URI token, String scopes, Map<String, String> extra) {

  public static final String CLIENT_ID = "client_id";
  public static final String CLIENT_SECRET = "client_secret";
  public static final String ACCESS_TOKEN = "access_token";
  public static final String REFRESH_TOKEN = "refresh_token";

  public Grant {
    extra = Map.copyOf(extra);
  }
}
