package org.bedside.understanding.identifiers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Says of each word whether it belongs to a person's name or to a place: an averaged perceptron.
 */
public final class NameTagger {

  /** Neither a name nor a place. */
  public static final int OTHER = 0;

  /** Part of a person's name. */
  public static final int NAME = 1;

  /** Part of a place below state. */
  public static final int PLACE = 2;

  static final int BUCKETS = 1 << 17;
  private static final int TAGS = 3;
  private static final int MOST_FEATURES = 64;

  private final byte[] weights;
  private final float scale;
  private final Gazetteer lists;

  private NameTagger(byte[] weights, float scale, Gazetteer lists) {
    this.weights = weights;
    this.scale = scale;
    this.lists = lists;
  }

  /** The tagger that ships. */
  static NameTagger shipped() {
    try (InputStream in = NameTagger.class.getResourceAsStream("names.weights.gz")) {
      if (in == null) {
        throw new IllegalStateException("missing resource names.weights.gz");
      }
      var data = new DataInputStream(new GZIPInputStream(in));
      float scale = data.readFloat();
      byte[] weights = data.readNBytes(BUCKETS * TAGS);
      return new NameTagger(weights, scale, Gazetteer.shipped());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tag for each word, and in {@code margins} how far it was ahead of OTHER. */
  int[] tag(List<Word> words, float[] margins) {
    var features = new Features(words, lists);
    int[] tags = new int[words.size()];
    int[] active = new int[MOST_FEATURES];
    for (int i = 0; i < tags.length; i++) {
      int count = features.fill(i, i > 0 ? tags[i - 1] : 0, i > 1 ? tags[i - 2] : 0, active);
      int other = 0;
      int name = 0;
      int place = 0;
      for (int f = 0; f < count; f++) {
        int base = active[f] * TAGS;
        other += weights[base];
        name += weights[base + 1];
        place += weights[base + 2];
      }
      int best = Math.max(name, place);
      margins[i] = (best - other) * scale;
      tags[i] = best <= other ? OTHER : name >= place ? NAME : PLACE;
    }
    return tags;
  }

  /** Learns from tagged sentences; deterministic for a seed. */
  public static final class Trainer {

    private final float[] weights = new float[BUCKETS * TAGS];
    private final double[] totals = new double[BUCKETS * TAGS];
    private final int[] touched = new int[BUCKETS * TAGS];
    private final int[] active = new int[MOST_FEATURES];
    private int step;

    /** Learns one sentence whose words have the tags {@code gold}. */
    public void learn(List<Word> words, int[] gold) {
      var features = new Features(words, Gazetteer.shipped());
      int before = 0;
      int beforeThat = 0;
      for (int i = 0; i < gold.length; i++) {
        int count = features.fill(i, before, beforeThat, active);
        int guess = best(count, gold[i]);
        step++;
        if (guess != gold[i]) {
          for (int f = 0; f < count; f++) {
            move(active[f] * TAGS + gold[i], 1);
            move(active[f] * TAGS + guess, -1);
          }
        }
        beforeThat = before;
        before = guess;
      }
    }

    private int best(int count, int gold) {
      float[] scores = new float[TAGS];
      for (int f = 0; f < count; f++) {
        for (int tag = 0; tag < TAGS; tag++) {
          scores[tag] += weights[active[f] * TAGS + tag];
        }
      }
      // a margin: the right tag must win clearly
      for (int tag = 0; tag < TAGS; tag++) {
        if (tag != gold) {
          scores[tag] += 2;
        }
      }
      int best = 0;
      for (int tag = 1; tag < TAGS; tag++) {
        if (scores[tag] > scores[best]) {
          best = tag;
        }
      }
      return best;
    }

    private void move(int index, float by) {
      totals[index] += (double) (step - touched[index]) * weights[index];
      touched[index] = step;
      weights[index] += by;
    }

    /** Writes the averaged weights, one byte each. */
    public void write(OutputStream out) throws IOException {
      double[] average = new double[weights.length];
      double largest = 0;
      for (int i = 0; i < weights.length; i++) {
        move(i, 0);
        average[i] = totals[i] / step;
        largest = Math.max(largest, Math.abs(average[i]));
      }
      double scale = largest / 127;
      try (var data = new DataOutputStream(new GZIPOutputStream(out))) {
        data.writeFloat((float) scale);
        for (double weight : average) {
          data.writeByte((int) Math.round(weight / scale));
        }
      }
    }
  }
}
