package org.bedside.channels.connecting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes words that nobody can guess. Thread-safe. */
@Component("channelWords")
public final class Words {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** 256 bits in 43 characters, as RFC 7636 wants them. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The challenge to a verifier: method S256. */
  static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(verifier));
  }

  /** SHA-256 of a word. */
  public static byte[] hash(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
