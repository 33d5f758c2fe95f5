package org.bedside.understanding.teaching;

import java.util.Arrays;
import org.bedside.understanding.Span;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.LinearModel;
import org.jspecify.annotations.Nullable;

/**
 * Makes sketches. Words, letters, the meaning of the words and the say of the base models are there
 * always; what the encoder makes of the text where it is loaded. Each of these has a fixed share of
 * the likeness of two texts. Immutable and thread-safe.
 */
final class Sketcher {

  private static final int MEANING = Features.DENSE - Features.SPOKEN;
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
    double[] values = rarities.valuesWithUnseen(features);
    var entries = new long[values.length];
    int count = 0;
    for (int f = 0; f < values.length; f++) {
      double share = share(features.group(f));
      if (share > 0) {
        float value = (float) (values[f] * Math.sqrt(share));
        entries[count++] =
            (long) features.hash(f) << 32 | Integer.toUnsignedLong(Float.floatToIntBits(value));
      }
    }
    Arrays.sort(entries, 0, count);
    int[] at = new int[count];
    float[] value = new float[count];
    for (int i = 0; i < count; i++) {
      at[i] = (int) (entries[i] >> 32);
      value[i] = Float.intBitsToFloat((int) entries[i]);
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

  private double share(int group) {
    double sum = encoded == 0 ? Shares.WITHOUT_ENCODER : 1;
    return switch (group) {
      case Features.WORDS -> Shares.WORDS / sum;
      case Features.CHARACTERS -> Shares.LETTERS / sum;
      default -> 0;
    };
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
    private static final double WORDS = 0.2;
    private static final double LETTERS = 0.1;
    private static final double MEANING = 0.15;
    private static final double SAID = 0.05;
    private static final double ENCODED = 0.5;
    private static final double WITHOUT_ENCODER = WORDS + LETTERS + MEANING + SAID;

    private Shares() {}
  }
}
