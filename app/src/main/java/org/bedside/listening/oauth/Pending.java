package org.bedside.listening.oauth;

import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bedside.listening.connector.Grant;

/**
 * A person who was sent to a network to grant access, and has not come back. Kept in the session,
 * so that an answer brought by anybody else's browser is worth nothing.
 *
 * @param state known to this session and the network alone
 * @param verifier of RFC 7636, which never leaves before the code is exchanged
 * @param type of the source
 * @param organization on whose behalf; a person may switch meanwhile
 */
record Pending(
    String state,
    String verifier,
    UUID source,
    String type,
    UUID organization,
    UUID person,
    URI redirect,
    Instant until)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int BYTES = 32;

  static Pending begin(
      UUID source,
      String type,
      UUID organization,
      UUID person,
      URI redirect,
      SecureRandom random,
      Instant now) {
    return new Pending(
        word(random),
        word(random),
        source,
        type,
        organization,
        person,
        redirect,
        now.plus(PATIENCE));
  }

  private static String word(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether this is the answer that is waited for; takes as long whatever differs. */
  boolean answers(String other, UUID inOrganization, UUID by, Instant now) {
    boolean same =
        MessageDigest.isEqual(
            state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    return same && organization.equals(inOrganization) && person.equals(by) && now.isBefore(until);
  }

  /** Where the person is sent. */
  URI at(Grant grant, String clientId) {
    Map<String, String> query = new TreeMap<>(grant.extra());
    query.put("response_type", "code");
    query.put(Grant.CLIENT_ID, clientId);
    query.put("redirect_uri", redirect.toString());
    query.put("scope", grant.scopes());
    query.put("state", state);
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    String authorize = grant.authorize().toString();
    return URI.create(authorize + (authorize.contains("?") ? "&" : "?") + Tokens.written(query));
  }

  private String challenge() {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
