package org.bedside.handover.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * 256 random bits that open something once known. Only their hash is kept; a plain one is enough,
 * since there is nothing to guess.
 */
final class Unguessable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Unguessable() {}

  static byte[] bytes() {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    return fresh;
  }

  /** In letters that an address and a cookie can carry. */
  static String word() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** Whether it could be one of ours. */
  static boolean isShaped(String word) {
    return SHAPE.matcher(word).matches();
  }

  static byte[] hash(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
