package org.bedside.improvement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a delivery, the same that is asked of those who push posts in: {@code t=<seconds
 * since 1970>,v1=<hex>}, where the hex is HMAC-SHA-256 under the secret over the seconds as
 * written, a dot and the body's bytes. A receiver refuses what was signed more than a few minutes
 * ago, so that nobody can send a delivery once more.
 */
final class HookSignature {

  static final String HEADER = "Bedside-Signature";

  private HookSignature() {}

  static String of(Instant now, String body, String secret) {
    String time = Long.toString(now.getEpochSecond());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
      byte[] sum = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
