package org.bedside.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * A range of addresses, RFC 4632.
 *
 * @param address the first address as hexadecimal digits, eight or thirty-two
 * @param prefix leading bits that count
 */
record Network(String address, int prefix) {

  /**
   * @param written such as {@code 10.0.0.0/8}, {@code fc00::/7} or one address
   * @throws IllegalArgumentException where it is no range
   */
  static Network of(String written) {
    String[] parts = written.strip().split("/", 2);
    if (!parts[0].matches("[0-9a-fA-F:.]{2,45}")) {
      throw new IllegalArgumentException(written + " is no range of addresses");
    }
    try {
      byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
      int prefix = parts.length == 1 ? bytes.length * 8 : Integer.parseInt(parts[1]);
      if (prefix < 0 || prefix > bytes.length * 8) {
        throw new IllegalArgumentException(written + " has no such prefix");
      }
      return new Network(HexFormat.of().formatHex(bytes), prefix);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(written + " is no range of addresses", e);
    }
  }

  boolean contains(byte[] other) {
    byte[] mine = HexFormat.of().parseHex(address);
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
