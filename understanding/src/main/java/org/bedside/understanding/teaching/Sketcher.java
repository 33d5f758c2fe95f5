package org.bedside.understanding.teaching;

import java.util.Map;
import java.util.TreeMap;
import org.bedside.understanding.Span;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.LinearModel;
import org.bedside.understanding.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Makes sketches. Words, their beginnings, the meaning of the words and the say of the base models
 * are there always; what the encoder makes of the text where it is given a share. Each of these has
 * a fixed share of the likeness of two texts. Immutable and thread-safe.
 */
final class Sketcher {

  private static final int MEANING = Features.DENSE - Features.SPOKEN;
  private static final double COMMON = 4;

  // A name or a slip of the pen is no more telling than a word that few texts have.
  private static final double RARE = 7;
  private static final int BEGINNING = 5;
  private static final int SAID = Features.SPOKEN - Features.STYLE;

  private final LinearModel rarities;
  private final int encoded;
  private final float[] centre;

  /**
   * @param encoded how many numbers the encoder gives; 0 without it
   */
  Sketcher(LinearModel rarities, int encoded) {
    this(rarities, encoded, new float[MEANING + SAID + encoded]);
  }

  private Sketcher(LinearModel rarities, int encoded, float[] centre) {
    this.rarities = rarities;
    this.encoded = encoded;
    this.centre = centre;
  }

  /** The same, with what these texts have in common taken from every text's meaning. */
  Sketcher centredOn(Iterable<Reading> readings) {
    float[] mean = new float[centre.length];
    int count = 0;
    for (Reading reading : readings) {
      float[] raw = raw(reading.unasked(), reading.mean(all(reading)));
      for (int d = 0; d < mean.length; d++) {
        mean[d] += raw[d];
      }
      count++;
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= Math.max(1, count);
    }
    return new Sketcher(rarities, encoded, mean);
  }

  /** The whole text, without the question it answers. */
  Sketch whole(Reading reading) {
    return sketch(reading.unasked(), reading.mean(all(reading)));
  }

  /** One clause of it. */
  Sketch clause(Reading reading, int index) {
    return sketch(reading.unasked(index), reading.mean(reading.span(index)));
  }

  private static Span all(Reading reading) {
    return new Span(0, reading.post().text().length());
  }

  private Sketch sketch(Features features, float @Nullable [] mean) {
    Map<Integer, Double> words = new TreeMap<>();
    Map<Integer, Double> beginnings = new TreeMap<>();
    for (Token token : features.tokens()) {
      String word = token.norm();
      double rare = Math.min(RARE, rarities.rarity(word)) - COMMON;
      if (token.isWord() && rare > 0) {
        String stem = Stem.of(word);
        words.merge(("w " + stem).hashCode(), rare, Math::max);
        if (stem.length() > BEGINNING) {
          beginnings.merge(("b " + stem.substring(0, BEGINNING)).hashCode(), rare, Math::max);
        }
      }
    }
    double whole = encoded == 0 ? Shares.WITHOUT_ENCODER : 1;
    bringTo(Shares.WORDS / whole, words);
    bringTo(Shares.BEGINNINGS / whole, beginnings);
    words.putAll(beginnings);
    int[] at = words.keySet().stream().mapToInt(key -> key).toArray();
    float[] value = new float[at.length];
    int next = 0;
    for (double each : words.values()) {
      value[next++] = (float) each;
    }
    float[] dense = raw(features, mean);
    shorten(dense, 0, MEANING, Shares.MEANING);
    shorten(dense, MEANING, SAID, Shares.SAID);
    shorten(dense, MEANING + SAID, encoded, Shares.ENCODED);
    bringToOne(value, dense);
    return new Sketch(at, value, dense);
  }

  /** A text of which little is known is as like itself as any other. */
  private static void bringToOne(float[] value, float[] dense) {
    double squares = 0;
    for (float v : value) {
      squares += v * v;
    }
    for (float v : dense) {
      squares += v * v;
    }
    float by = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < value.length; i++) {
      value[i] *= by;
    }
    for (int d = 0; d < dense.length; d++) {
      dense[d] *= by;
    }
  }

  private static void bringTo(double share, Map<Integer, Double> values) {
    double squares = 0;
    for (double value : values.values()) {
      squares += value * value;
    }
    double by = squares == 0 ? 0 : Math.sqrt(share / squares);
    values.replaceAll((key, value) -> value * by);
  }

  private float[] raw(Features features, float @Nullable [] mean) {
    float[] raw = new float[centre.length];
    for (int d = 0; d < MEANING; d++) {
      raw[d] = features.dense(Features.SPOKEN + d);
    }
    for (int d = 0; d < SAID; d++) {
      raw[MEANING + d] = features.dense(Features.STYLE + d);
    }
    if (mean != null && encoded > 0) {
      System.arraycopy(mean, 0, raw, MEANING + SAID, encoded);
    }
    return raw;
  }

  /** Brings a group to its share of the length; one that says nothing stays at zero. */
  private void shorten(float[] dense, int from, int count, double share) {
    double squares = 0;
    boolean silent = true;
    for (int d = from; d < from + count; d++) {
      silent &= dense[d] == 0;
      dense[d] -= centre[d];
      squares += dense[d] * dense[d];
    }
    double whole = encoded == 0 ? Shares.WITHOUT_ENCODER : 1;
    double by = silent || squares == 0 ? 0 : Math.sqrt(share / whole / squares);
    for (int d = from; d < from + count; d++) {
      dense[d] *= (float) by;
    }
  }

  /** How much each view of a text counts; together 1. */
  private static final class Shares {
    private static final double WORDS = 0.3;
    private static final double BEGINNINGS = 0.05;
    private static final double MEANING = 0.1;
    private static final double SAID = 0.01;
    private static final double ENCODED = 0.54;
    private static final double WITHOUT_ENCODER = WORDS + BEGINNINGS + MEANING + SAID;

    private Shares() {}
  }
}
