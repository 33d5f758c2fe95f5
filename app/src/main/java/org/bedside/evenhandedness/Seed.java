package org.bedside.evenhandedness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance that can be looked at afterwards: 32 bytes, drawn after the list is in, under which every
 * row has a number that nobody could foresee and anybody can compute again. Immutable.
 */
public final class Seed {

  private static final int BYTES = 32;

  private final byte[] bytes;

  private Seed(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A seed has 32 bytes");
    }
    this.bytes = bytes;
  }

  /** A new one that nobody can foresee. */
  public static Seed draw(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Seed(bytes);
  }

  /** The one that was recorded as these 64 hexadecimal digits. */
  public static Seed of(String hex) {
    return new Seed(HexFormat.of().parseHex(hex));
  }

  /** 64 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The first {@code most} ids in the order of their HMAC-SHA-256 under this seed. Does not depend
   * on the order in which they come.
   */
  List<String> first(List<String> ids, int most) {
    record Numbered(String id, String number) {}
    return ids.stream()
        .map(id -> new Numbered(id, number(id)))
        .sorted(Comparator.comparing(Numbered::number).thenComparing(Numbered::id))
        .limit(most)
        .map(Numbered::id)
        .toList();
  }

  /**
   * A keyed digest of what the choice rested on: ids, codes and places, in any order. It tells
   * later whether a list is the same; contacts are not in it, so that none can be guessed from it.
   */
  String digest(List<Contact> list) {
    Mac mac = mac();
    list.stream()
        .sorted(Comparator.comparing(Contact::id))
        .map(row -> String.join("\u001F", row.id(), row.taxonomy(), row.place()) + "\u001E")
        .forEach(row -> mac.update(row.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private String number(String id) {
    return HexFormat.of().formatHex(mac().doFinal(id.getBytes(StandardCharsets.UTF_8)));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
