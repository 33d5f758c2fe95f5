package org.bedside.channels.sending;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes pictures as small as a network wants them. */
final class Fitting {

  private static final List<Float> QUALITIES = List.of(0.88f, 0.78f, 0.66f);
  private static final double STEP = 0.8;
  private static final int SMALLEST_SIDE = 64;

  private Fitting() {}

  /**
   * The picture as it is where it has no more than {@code most} bytes; else as a JPEG, first
   * coarser, then with shorter sides. Empty where it can't be read.
   */
  static Optional<Enclosed> within(Enclosed picture, int most) {
    if (picture.content().length <= most) {
      return Optional.of(picture);
    }
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.content()));
      return image == null ? Optional.empty() : Optional.ofNullable(smaller(picture, image, most));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private static @Nullable Enclosed smaller(Enclosed picture, BufferedImage image, int most)
      throws IOException {
    for (double scale = 1;
        Math.max(image.getWidth(), image.getHeight()) * scale >= SMALLEST_SIDE; ) {
      BufferedImage drawn = drawn(image, scale);
      for (float quality : QUALITIES) {
        byte[] bytes = jpeg(drawn, quality);
        if (bytes.length <= most) {
          return new Enclosed(
              picture.id(),
              "image/jpeg",
              bytes,
              drawn.getWidth(),
              drawn.getHeight(),
              picture.alt(),
              picture.networkId(),
              picture.uploadedAt());
        }
      }
      scale *= STEP;
    }
    return null;
  }

  /** On white, since a JPEG has nothing to see through. */
  private static BufferedImage drawn(BufferedImage image, double scale) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
