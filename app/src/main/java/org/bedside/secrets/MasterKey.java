package org.bedside.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's one key, from which a key for each purpose is derived with HMAC-SHA-256.
 * Immutable and thread-safe.
 */
public final class MasterKey {

  private static final int BYTES = 32;

  private final byte[] key;

  private MasterKey(byte[] key) {
    if (key.length < BYTES) {
      throw new IllegalArgumentException(
          "The secret key must be at least 32 bytes, Base64-encoded. Nothing was changed.");
    }
    this.key = key.clone();
  }

  /** The key given as Base64 text, as in the variable {@code BEDSIDE_SECRET_KEY}. */
  public static MasterKey ofBase64(String text) {
    return new MasterKey(Base64.getDecoder().decode(text.strip()));
  }

  /** The key in {@code file}; made there, readable by its owner only, where there is none yet. */
  public static MasterKey inFile(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return ofBase64(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The secret key file can't be read or made: " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException raced) {
      return;
    } catch (UnsupportedOperationException notPosix) {
      Files.createFile(file);
    }
    Files.writeString(file, Base64.getEncoder().encodeToString(fresh));
  }

  /** 32 bytes that depend on this key and {@code purpose} and tell nothing of either. */
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
