package org.bedside.understanding.encoder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The linear layers on top of the encoder, by name. Immutable and thread-safe. */
public final class Heads {

  /** The score of a label that the head never learned. */
  private static final double UNKNOWN = -10;

  private final Map<String, Head> heads;

  public Heads(List<Head> heads) {
    this.heads = new LinkedHashMap<>();
    heads.forEach(head -> this.heads.put(head.name, head));
  }

  /** One of them: a score for each label. */
  public static final class Head {

    private final String name;
    private final List<String> labels;
    private final float[][] weights;
    private final float[] biases;

    /**
     * @param weights a row for each label; not changed afterwards
     * @param biases one for each label; not changed afterwards
     */
    public Head(String name, List<String> labels, float[][] weights, float[] biases) {
      this.name = name;
      this.labels = List.copyOf(labels);
      this.weights = weights;
      this.biases = biases;
    }

    public List<String> labels() {
      return labels;
    }

    /** The weights of a label, a copy. */
    public float[] row(int label) {
      return weights[label].clone();
    }

    /** What is added to the score of a label. */
    public float bias(int label) {
      return biases[label];
    }

    /**
     * The scores of some labels, in their order. Of a head whose labels exclude each other, of
     * which one is left out, they are the log-odds against all others.
     *
     * @param wanted all labels of the head, or all but one
     */
    public double[] scores(float[] vector, List<String> wanted) {
      double[] all = scores(vector, 0);
      double[] scores = new double[wanted.size()];
      for (int i = 0; i < scores.length; i++) {
        int at = labels.indexOf(wanted.get(i));
        scores[i] = at < 0 ? UNKNOWN : all[at];
        if (at >= 0 && wanted.size() < labels.size()) {
          scores[i] -= logSum(all, at);
        }
      }
      return scores;
    }

    private static double logSum(double[] scores, int without) {
      double sum = 0;
      for (int i = 0; i < scores.length; i++) {
        sum += i == without ? 0 : Math.exp(Math.min(scores[i], 50));
      }
      return Math.log(Math.max(sum, 1e-30));
    }

    /** One probability for each label of a vector that begins at a place, summing to 1. */
    public double[] shares(float[] vectors, int at) {
      double[] shares = scores(vectors, at);
      double highest = Arrays.stream(shares).max().orElse(0);
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = Math.exp(shares[i] - highest);
        sum += shares[i];
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= sum;
      }
      return shares;
    }

    /** The scores of a vector that begins at a place of an array. */
    public double[] scores(float[] vectors, int at) {
      double[] scores = new double[biases.length];
      for (int label = 0; label < scores.length; label++) {
        float[] row = weights[label];
        float sum = biases[label];
        for (int d = 0; d < row.length; d++) {
          sum += row[d] * vectors[at + d];
        }
        scores[label] = sum;
      }
      return scores;
    }
  }

  /** Reads them from the library's resources. */
  public static Heads load() {
    try (InputStream in = Heads.class.getResourceAsStream("heads.bin")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks the encoder's heads");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Heads read(InputStream in) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    var heads = new ArrayList<Head>();
    int count = data.readInt();
    int width = data.readInt();
    for (int h = 0; h < count; h++) {
      heads.add(head(data, width));
    }
    return new Heads(heads);
  }

  /** The names of all of them. */
  public Set<String> names() {
    return Set.copyOf(heads.keySet());
  }

  private static Head head(DataInputStream in, int width) throws IOException {
    String name = in.readUTF();
    int size = in.readInt();
    var labels = new ArrayList<String>();
    float[][] weights = new float[size][width];
    float[] biases = new float[size];
    for (int label = 0; label < size; label++) {
      labels.add(in.readUTF());
      biases[label] = in.readFloat();
      for (int d = 0; d < width; d++) {
        weights[label][d] = in.readFloat();
      }
    }
    return new Head(name, labels, weights, biases);
  }

  /** Writes what {@link #load} reads. */
  public void write(DataOutputStream out, int width) throws IOException {
    out.writeInt(heads.size());
    out.writeInt(width);
    for (Head head : heads.values()) {
      out.writeUTF(head.name);
      out.writeInt(head.labels.size());
      for (int label = 0; label < head.labels.size(); label++) {
        out.writeUTF(head.labels.get(label));
        out.writeFloat(head.biases[label]);
        for (int d = 0; d < width; d++) {
          out.writeFloat(head.weights[label][d]);
        }
      }
    }
  }

  /** These with one of them replaced. */
  public Heads with(Head other) {
    return new Heads(
        heads.values().stream().map(head -> head.name.equals(other.name) ? other : head).toList());
  }

  /** The one of that name. */
  public Head head(String name) {
    Head head = heads.get(name);
    if (head == null) {
      throw new IllegalArgumentException("No head " + name);
    }
    return head;
  }
}
