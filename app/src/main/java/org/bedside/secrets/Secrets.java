package org.bedside.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not lie readable in the database: passwords and tokens of sources and channels.
 *
 * <p>AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D); the context is authenticated, so
 * that a sealed value moved to another row does not open. Thread-safe.
 */
public final class Secrets {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  public Secrets(MasterKey master) {
    this.key = new SecretKeySpec(master.derive("secrets at rest v1"), "AES");
  }

  /**
   * Seals {@code plain}.
   *
   * @param context where it will lie, for example {@code source:<id>}
   * @return nonce, ciphertext and tag
   */
  public byte[] seal(String plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, context)
              .doFinal(plain.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed; nothing was stored", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SecretUnreadableException where the key or the context is another, or a byte was
   *     changed
   */
  public String open(byte[] sealed, String context) {
    if (sealed.length <= NONCE_BYTES) {
      throw new SecretUnreadableException(null);
    }
    byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, context)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SecretUnreadableException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
