package org.bedside.listening.bluesky;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A content identifier (CID, version 1) as the AT Protocol uses it: SHA-256 of DAG-CBOR or of raw
 * bytes.
 *
 * @param text in base32 with its prefix {@code b}
 * @param length in bytes
 */
record Cid(String text, int length) {

  private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int VERSION = 1;
  private static final int RAW = 0x55;
  private static final int CBOR = 0x71;
  private static final int SHA_256 = 0x12;
  private static final int HEAD = 4;
  private static final int LENGTH = HEAD + 32;

  /** The identifier that begins at {@code from}. */
  static Cid read(byte[] bytes, int from, int to) throws MalformedException {
    if (to - from < LENGTH
        || bytes[from] != VERSION
        || (bytes[from + 1] != RAW && bytes[from + 1] != CBOR)
        || bytes[from + 2] != SHA_256
        || bytes[from + 3] != LENGTH - HEAD) {
      throw new MalformedException("not an identifier of this protocol");
    }
    return new Cid(base32(bytes, from, LENGTH), LENGTH);
  }

  /** The identifier of a value in DAG-CBOR, or of raw bytes, that lie between the two offsets. */
  static Cid of(byte[] bytes, int from, int to, boolean cbor) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, from, to - from);
      byte[] all = new byte[LENGTH];
      all[0] = VERSION;
      all[1] = (byte) (cbor ? CBOR : RAW);
      all[2] = SHA_256;
      all[3] = LENGTH - HEAD;
      System.arraycopy(sha.digest(), 0, all, HEAD, LENGTH - HEAD);
      return new Cid(base32(all, 0, LENGTH), LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  boolean isCbor() {
    // The second byte lies in the second to fourth letter: version 1 and codec 0x71 begin "bafy".
    return text.startsWith("bafy");
  }

  private static String base32(byte[] bytes, int from, int length) {
    StringBuilder out = new StringBuilder(1 + (length * 8 + 4) / 5).append('b');
    int bits = 0;
    int held = 0;
    for (int i = from; i < from + length; i++) {
      held = (held << 8) | (bytes[i] & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(BASE32[(held >> bits) & 31]);
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      out.append(BASE32[(held << (5 - bits)) & 31]);
    }
    return out.toString();
  }
}
