package org.bedside.understanding.encoder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the network is given for each word piece: the sum of the vectors of the piece, of its place
 * and of its part (0: the question, 1: the text), brought to the network's own mean and spread.
 * Vectors are kept in a byte each number, with a scale for each. Immutable and thread-safe.
 */
public final class Embeddings {

  private static final double EPSILON = 1e-12;

  private final int width;
  private final Table words;
  private final Table places;
  private final Table parts;
  private final float[] weight;
  private final float[] bias;

  private Embeddings(
      int width, Table words, Table places, Table parts, float[] weight, float[] bias) {
    this.width = width;
    this.words = words;
    this.places = places;
    this.parts = parts;
    this.weight = weight;
    this.bias = bias;
  }

  /** Vectors in a byte each number. */
  private static final class Table {

    private final byte[] values;
    private final float[] scales;

    Table(byte[] values, float[] scales) {
      this.values = values;
      this.scales = scales;
    }

    static Table of(float[] vectors, int width) {
      int rows = vectors.length / width;
      byte[] values = new byte[vectors.length];
      float[] scales = new float[rows];
      for (int row = 0; row < rows; row++) {
        float largest = 1e-9f;
        for (int i = 0; i < width; i++) {
          largest = Math.max(largest, Math.abs(vectors[row * width + i]));
        }
        scales[row] = largest / 127;
        for (int i = 0; i < width; i++) {
          values[row * width + i] = (byte) Math.round(vectors[row * width + i] / scales[row]);
        }
      }
      return new Table(values, scales);
    }

    void addTo(float[] into, int at, int row, int width) {
      float scale = scales[row];
      for (int i = 0; i < width; i++) {
        into[at + i] += values[row * width + i] * scale;
      }
    }

    void write(DataOutputStream out) throws IOException {
      out.writeInt(scales.length);
      out.write(values);
      Embeddings.write(out, scales);
    }

    static Table read(DataInputStream in, int width) throws IOException {
      int rows = in.readInt();
      return new Table(in.readNBytes(rows * width), Embeddings.read(in, rows));
    }
  }

  /**
   * Makes them of the vectors of a published encoder.
   *
   * @param width how many numbers a vector has
   */
  public static Embeddings of(
      int width, float[] words, float[] places, float[] parts, float[] weight, float[] bias) {
    return new Embeddings(
        width,
        Table.of(words, width),
        Table.of(places, width),
        Table.of(parts, width),
        weight.clone(),
        bias.clone());
  }

  /** Reads them from the library's resources. */
  public static Embeddings load() {
    try (InputStream in = Embeddings.class.getResourceAsStream("embeddings.bin")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks the encoder's embeddings");
      }
      var data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
      int width = data.readInt();
      return new Embeddings(
          width,
          Table.read(data, width),
          Table.read(data, width),
          Table.read(data, width),
          read(data, width),
          read(data, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what {@link #load} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(width);
    words.write(out);
    places.write(out);
    parts.write(out);
    write(out, weight);
    write(out, bias);
  }

  /** How many numbers a vector has. */
  public int width() {
    return width;
  }

  /** The longest input there are places for. */
  public int places() {
    return places.scales.length;
  }

  /**
   * Puts the vectors of an input one after the other.
   *
   * @param ids its pieces, with the marks around them
   * @param second where its second part begins, or its length
   * @param into where the first vector begins at {@code at}
   */
  public void embed(int[] ids, int second, float[] into, int at) {
    for (int place = 0; place < ids.length; place++) {
      int start = at + place * width;
      words.addTo(into, start, ids[place], width);
      places.addTo(into, start, place, width);
      parts.addTo(into, start, place >= second ? 1 : 0, width);
      norm(into, start);
    }
  }

  private void norm(float[] into, int start) {
    double mean = 0;
    for (int i = 0; i < width; i++) {
      mean += into[start + i];
    }
    mean /= width;
    double variance = 0;
    for (int i = 0; i < width; i++) {
      variance += (into[start + i] - mean) * (into[start + i] - mean);
    }
    double by = 1 / Math.sqrt(variance / width + EPSILON);
    for (int i = 0; i < width; i++) {
      into[start + i] = (float) ((into[start + i] - mean) * by * weight[i] + bias[i]);
    }
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] read(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
