package org.bedside.listening.websub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only a hub and we know of a subscription: 256 random bits each.
 *
 * @param token in the address that the hub calls
 * @param secret under which the hub signs what it delivers
 */
public record Keys(String token, String secret) {

  /** How tokens look, so that others aren't looked up. */
  static final String TOKEN = "[A-Za-z0-9_-]{43}";

  private static final int BYTES = 32;

  static Keys random(SecureRandom random) {
    return new Keys(word(random), word(random));
  }

  private static String word(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** By which a token is found without being kept. */
  public byte[] hash() {
    return hash(token);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Keys";
  }
}
