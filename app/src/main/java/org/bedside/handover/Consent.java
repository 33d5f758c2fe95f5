package org.bedside.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What somebody agrees to, word for word as it stood on the page.
 *
 * @param version of the sentences, before the organization's name and figures are put in
 * @param language that it was shown in
 */
public record Consent(int version, String language, String wording) {

  /** SHA-256 of the wording, in hexadecimal. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(wording.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
