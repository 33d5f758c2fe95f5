package org.bedside.inbox;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera held its picture, by the orientation of its Exif data, which is read for this alone.
 *
 * @param orientation 1 to 8, as Exif counts
 */
record Turn(int orientation) {

  private static final Turn NONE = new Turn(1);
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int ORIENTATION_TAG = 0x0112;

  /** What the file says; upright where it says nothing that can be read. */
  static Turn of(byte[] file) {
    try {
      return read(ByteBuffer.wrap(file));
    } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
      return NONE;
    }
  }

  private static Turn read(ByteBuffer file) {
    if (file.remaining() < 4 || (file.getShort(0) & 0xFFFF) != 0xFFD8) {
      return NONE;
    }
    int at = 2;
    while (at + 4 <= file.limit() && (file.get(at) & 0xFF) == 0xFF) {
      int marker = file.get(at + 1) & 0xFF;
      int length = file.getShort(at + 2) & 0xFFFF;
      if (marker == START_OF_SCAN || length < 2) {
        return NONE;
      }
      if (marker == APP1 && length > 16 && file.getInt(at + 4) == 0x45786966) {
        return exif(file.slice(at + 10, length - 8));
      }
      at += 2 + length;
    }
    return NONE;
  }

  private static Turn exif(ByteBuffer tiff) {
    tiff.order(
        (tiff.getShort(0) & 0xFFFF) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
        int value = tiff.getShort(entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? new Turn(value) : NONE;
      }
    }
    return NONE;
  }

  /** Whether what lay becomes what stands. */
  boolean swaps() {
    return orientation >= 5;
  }

  /**
   * From the picture as stored to the picture as seen.
   *
   * @param width of the picture as stored
   */
  AffineTransform of(int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
