package org.bedside.channels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to send. */
public final class Drawn {

  private Drawn() {}

  /** One colour; a few hundred bytes. */
  public static Attachment plain(int width, int height, String alt) {
    return png(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), alt);
  }

  /** Nothing but noise, which no format makes smaller. */
  public static Attachment noise(int width, int height, String alt) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Random random = new Random(7);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return png(image, alt);
  }

  private static Attachment png(BufferedImage image, String alt) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return new Attachment(
          "image/png", bytes.toByteArray(), image.getWidth(), image.getHeight(), alt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
