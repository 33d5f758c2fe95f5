package org.bedside.listening.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The header {@code X-Hub-Signature}, WebSub section 7.1: {@code method=hex} of an HMAC. */
final class HubSignature {

  /**
   * Those of the Recommendation. SHA-1 is among them: what is known against it doesn't break an
   * HMAC, and hubs exist that sign with nothing else.
   */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private static final int LONGEST = 7 + 128;

  private HubSignature() {}

  /** Whether the body was signed under the secret; takes as long wherever a signature differs. */
  static boolean isGenuine(@Nullable String header, byte[] body, String secret) {
    if (header == null || secret.isEmpty()) {
      return false;
    }
    String given = header.strip();
    int equals = given.indexOf('=');
    if (equals < 0 || given.length() > LONGEST) {
      return false;
    }
    String method = METHODS.get(given.substring(0, equals).toLowerCase(Locale.ROOT));
    if (method == null) {
      return false;
    }
    try {
      byte[] signature = HexFormat.of().parseHex(given, equals + 1, given.length());
      return MessageDigest.isEqual(sign(method, body, secret), signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static byte[] sign(String method, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + method, e);
    }
  }
}
