package org.bedside.inbox;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bedside.inbox.PictureRefusedException.Reason;

/**
 * A picture that was drawn anew from its pixels: where it was taken, when, by which device and all
 * else that a file carries beside them is gone.
 *
 * @param content of that media type; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // written once, to the database or to a reader
public record Picture(String mediaType, byte[] content, int width, int height) {

  /** The largest file that is taken, in bytes. */
  public static final int MOST_BYTES = 8_000_000;

  private static final long MOST_PIXELS = 40_000_000;
  private static final int LONGEST_SIDE = 2_048;
  private static final float QUALITY = 0.88f;

  /**
   * Draws a file anew, turned as its camera said and no longer than 2,048 pixels on a side.
   *
   * @throws PictureRefusedException where it is no PNG or JPEG, or too large
   */
  public static Picture of(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new PictureRefusedException(Reason.TOO_LARGE);
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (format.equals("png") || format.equals("jpeg")) {
          return drawn(reader, in, format, Turn.of(file));
        }
        reader.dispose();
      }
      throw new PictureRefusedException(Reason.UNREADABLE);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new PictureRefusedException(Reason.UNREADABLE);
    }
  }

  private static Picture drawn(ImageReader reader, ImageInputStream in, String format, Turn turn)
      throws IOException {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw new PictureRefusedException(Reason.TOO_MANY_PIXELS);
      }
      ImageReadParam every = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
      every.setSourceSubsampling(step, step, 0, 0);
      return encoded(anew(reader.read(0, every), turn, format.equals("png")), format);
    } finally {
      reader.dispose();
    }
  }

  /** On a fresh canvas, which has no properties of the old one. */
  private static BufferedImage anew(BufferedImage read, Turn turn, boolean seeThrough) {
    double shrink =
        Math.min(1.0, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * shrink));
    int height = Math.max(1, (int) Math.round(read.getHeight() * shrink));
    boolean alpha = seeThrough && read.getColorModel().hasAlpha();
    BufferedImage canvas =
        new BufferedImage(
            turn.swaps() ? height : width,
            turn.swaps() ? width : height,
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.transform(turn.of(width, height));
      pen.drawImage(read, 0, 0, width, height, null);
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  private static Picture encoded(BufferedImage canvas, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(canvas, null, null), param);
    } finally {
      writer.dispose();
    }
    return new Picture(
        "image/" + format, bytes.toByteArray(), canvas.getWidth(), canvas.getHeight());
  }
}
