package org.bedside.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear weights for a set of labels over hashed features. Sparse features weigh by inverse
 * document frequency and are brought to length one within each group; weights are kept in a byte
 * each, on a square-root scale so that small ones stay apart. Immutable and thread-safe.
 */
public final class LinearModel {

  private static final int MAGIC = 0xBED51DE1;
  private static final double RAREST = 16;

  private final List<String> labels;
  private final int bits;
  private final byte[] rarity;
  private final byte[] weights;
  private final float[] scale;
  private final int denseCount;
  private final float[][] denseWeights;
  private final float[] bias;

  private LinearModel(
      List<String> labels,
      int bits,
      byte[] rarity,
      byte[] weights,
      float[] scale,
      float[][] denseWeights,
      float[] bias) {
    this.labels = List.copyOf(labels);
    this.bits = bits;
    this.rarity = rarity;
    this.weights = weights;
    this.scale = scale;
    this.denseWeights = denseWeights;
    this.denseCount = denseWeights[0].length;
    this.bias = bias;
  }

  /**
   * Packs trained weights.
   *
   * @param rarity one byte for each bucket, see {@link #rarityByte}; 0 where the bucket is unused
   * @param trained for each label, {@code 2^bits} sparse weights, then those of the first dense
   *     features, then the bias
   */
  public static LinearModel pack(List<String> labels, int bits, byte[] rarity, double[][] trained) {
    int buckets = 1 << bits;
    int denseCount = trained[0].length - buckets - 1;
    int classes = labels.size();
    var weights = new byte[buckets * classes];
    var scale = new float[classes];
    var dense = new float[classes][denseCount];
    var bias = new float[classes];
    for (int c = 0; c < classes; c++) {
      double largest = 1e-9;
      for (int b = 0; b < buckets; b++) {
        largest = Math.max(largest, Math.abs(trained[c][b]));
      }
      scale[c] = (float) largest;
      for (int b = 0; b < buckets; b++) {
        double root = Math.sqrt(Math.abs(trained[c][b]) / largest);
        weights[b * classes + c] = (byte) (Math.signum(trained[c][b]) * Math.round(root * 127));
      }
      for (int d = 0; d < denseCount; d++) {
        dense[c][d] = (float) trained[c][buckets + d];
      }
      bias[c] = (float) trained[c][buckets + denseCount];
    }
    return new LinearModel(labels, bits, rarity, weights, scale, dense, bias);
  }

  /** Gives the byte for a feature seen in {@code seen} of {@code documents} texts. */
  public static byte rarityByte(int seen, int documents) {
    double idf = 1 + Math.log((1.0 + documents) / (1.0 + seen));
    return (byte) Math.clamp(Math.round(idf / RAREST * 255), 1, 255);
  }

  public List<String> labels() {
    return labels;
  }

  /** Gives the score of each label before any calibration. */
  public double[] scores(Features features) {
    int classes = labels.size();
    double[] values = values(features, bits, rarity);
    double[] scores = new double[classes];
    int mask = (1 << bits) - 1;
    for (int f = 0; f < features.size(); f++) {
      double value = values[f];
      if (value == 0) {
        continue;
      }
      int row = (features.hash(f) & mask) * classes;
      for (int c = 0; c < classes; c++) {
        int weight = weights[row + c];
        scores[c] += value * weight * Math.abs(weight);
      }
    }
    for (int c = 0; c < classes; c++) {
      scores[c] = scores[c] * scale[c] / (127 * 127) + bias[c];
      for (int d = 0; d < denseCount; d++) {
        scores[c] += features.dense(d) * denseWeights[c][d];
      }
    }
    return scores;
  }

  /** Gives how much each token raised the score of one label; dense features are left out. */
  public double[] contributions(Features features, int label) {
    double[] values = values(features, bits, rarity);
    double[] byToken = new double[features.tokens().size()];
    int classes = labels.size();
    int mask = (1 << bits) - 1;
    for (int o = 0; o < features.occurrences(); o++) {
      int f = features.occurrenceFeature(o);
      int from = features.occurrenceFrom(o);
      int to = features.occurrenceTo(o);
      if (values[f] == 0 || to == from) {
        continue;
      }
      int weight = weights[(features.hash(f) & mask) * classes + label];
      double part = values[f] * weight * Math.abs(weight) / features.count(f) / (to - from);
      for (int t = from; t < to; t++) {
        byToken[t] += part;
      }
    }
    double unit = scale[label] / (127.0 * 127.0);
    for (int t = 0; t < byToken.length; t++) {
      byToken[t] *= unit;
    }
    return byToken;
  }

  /** Gives the value of each sparse feature under these rarities; training uses the same. */
  public static double[] values(Features features, int bits, byte[] rarity) {
    int mask = (1 << bits) - 1;
    double[] values = new double[features.size()];
    double[] squares = new double[Features.GROUPS];
    for (int f = 0; f < values.length; f++) {
      int rare = rarity[features.hash(f) & mask] & 0xFF;
      int count = features.count(f);
      values[f] = rare / 255.0 * RAREST * (count == 1 ? 1 : 1 + Math.log(count));
      squares[features.group(f)] += values[f] * values[f];
    }
    for (int f = 0; f < values.length; f++) {
      double length = squares[features.group(f)];
      values[f] = length == 0 ? 0 : values[f] / Math.sqrt(length);
    }
    return values;
  }

  /**
   * How rare a word was in the texts that this model learned from, 1 to 16; one that it never saw
   * counts as the rarest.
   */
  public double rarity(String word) {
    int seen = rarity[Hash.mix(1, Hash.of(word)) & ((1 << bits) - 1)] & 0xFF;
    return seen == 0 ? RAREST : seen / 255.0 * RAREST;
  }

  /** Writes the model; only buckets in use are written. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeShort(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    out.writeByte(bits);
    out.writeShort(denseCount);
    out.write(rarity);
    int classes = labels.size();
    for (int c = 0; c < classes; c++) {
      out.writeFloat(scale[c]);
      out.writeFloat(bias[c]);
      for (float weight : denseWeights[c]) {
        out.writeFloat(weight);
      }
      for (int b = 0; b < rarity.length; b++) {
        if (rarity[b] != 0) {
          out.writeByte(weights[b * classes + c]);
        }
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static LinearModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of this library");
    }
    int classes = in.readUnsignedShort();
    var labels = new ArrayList<String>();
    for (int c = 0; c < classes; c++) {
      labels.add(in.readUTF());
    }
    int bits = in.readUnsignedByte();
    int denseCount = in.readUnsignedShort();
    byte[] rarity = in.readNBytes(1 << bits);
    int used = 0;
    for (byte rare : rarity) {
      used += rare != 0 ? 1 : 0;
    }
    var weights = new byte[rarity.length * classes];
    var scale = new float[classes];
    var bias = new float[classes];
    var dense = new float[classes][denseCount];
    for (int c = 0; c < classes; c++) {
      scale[c] = in.readFloat();
      bias[c] = in.readFloat();
      for (int d = 0; d < denseCount; d++) {
        dense[c][d] = in.readFloat();
      }
      byte[] column = in.readNBytes(used);
      int next = 0;
      for (int b = 0; b < rarity.length; b++) {
        if (rarity[b] != 0) {
          weights[b * classes + c] = column[next++];
        }
      }
    }
    return new LinearModel(labels, bits, rarity, weights, scale, dense, bias);
  }

  @Override
  public String toString() {
    return "LinearModel" + Arrays.toString(labels.toArray());
  }
}
