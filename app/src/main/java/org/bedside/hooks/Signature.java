package org.bedside.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of what goes out: {@code t=<seconds since 1970>,v1=<hex>}, where the hex is
 * HMAC-SHA-256 under the address's secret over the seconds as written, a dot and the body's UTF-8.
 * It is the form in which posts are pushed to us, so one installation can read another.
 */
final class Signature {

  static final String HEADER = "Bedside-Signature";

  private Signature() {}

  static String of(Instant now, String body, String secret) {
    String time = Long.toString(now.getEpochSecond());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
