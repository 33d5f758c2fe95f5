package org.bedside.listening.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a pushed body: {@code t=<seconds since 1970>,v1=<hex>}, where the hex is
 * HMAC-SHA-256 under the source's secret over the seconds as written, a dot and the body's bytes.
 */
final class Signature {

  /** So far may the sender's time be from ours, either way; an older delivery is a replay. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int LONGEST = 1_000;

  private Signature() {}

  enum Verdict {
    GENUINE,
    MISSING,
    STALE,
    WRONG
  }

  static Verdict check(@Nullable String header, byte[] body, String secret, Instant now) {
    if (header == null || header.length() > LONGEST) {
      return Verdict.MISSING;
    }
    String time = "";
    boolean genuine = false;
    for (String part : header.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t")) {
        time = pair[1];
      }
    }
    if (!time.matches("[0-9]{1,12}")) {
      return Verdict.MISSING;
    }
    byte[] expected = sign(time, body, secret);
    for (String part : header.split(",")) {
      String[] pair = part.strip().split("=", 2);
      // Several, while the sender changes to another secret; each compared in constant time.
      genuine |= pair.length == 2 && pair[0].equals("v1") && equal(expected, pair[1]);
    }
    if (!genuine) {
      return Verdict.WRONG;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return age.compareTo(WINDOW) > 0 ? Verdict.STALE : Verdict.GENUINE;
  }

  /** As a sender makes it. */
  static String header(Instant now, byte[] body, String secret) {
    String time = Long.toString(now.getEpochSecond());
    return "t=" + time + ",v1=" + HexFormat.of().formatHex(sign(time, body, secret));
  }

  private static boolean equal(byte[] expected, String hex) {
    byte[] given = hex.getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(
        HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII), given);
  }

  private static byte[] sign(String time, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
