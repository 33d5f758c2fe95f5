package org.bedside.understanding.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What words mean, as numbers: words of like meaning lie near each other, so that a model knows
 * something of words that it has not seen under a label. Immutable and thread-safe.
 */
public final class WordVectors {

  /** How many numbers describe the meaning of a text. */
  static final int DIMENSIONS = 64;

  private final Map<String, Entry> entries;

  private WordVectors(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  private static final class Entry {
    private final float scale;
    private final byte[] values;

    private Entry(float scale, byte[] values) {
      this.scale = scale;
      this.values = values;
    }
  }

  /** Reads the vectors from the library's resources. */
  public static WordVectors load() {
    try (InputStream in = WordVectors.class.getResourceAsStream("word-vectors.gz")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its word vectors");
      }
      return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WordVectors read(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (in.readUnsignedByte() != DIMENSIONS) {
      throw new IOException("word vectors of another size");
    }
    var entries = new HashMap<String, Entry>();
    for (int i = 0; i < count; i++) {
      entries.put(in.readUTF(), new Entry(in.readFloat(), in.readNBytes(DIMENSIONS)));
    }
    return new WordVectors(entries);
  }

  /** Gives the mean direction of the words, of length one; all 0 where no word is known. */
  double[] of(String[] words) {
    double[] sum = new double[DIMENSIONS];
    for (String word : words) {
      Entry entry = entries.get(word);
      if (entry != null) {
        for (int d = 0; d < DIMENSIONS; d++) {
          sum[d] += entry.scale * entry.values[d];
        }
      }
    }
    double squares = 0;
    for (double v : sum) {
      squares += v * v;
    }
    for (int d = 0; d < DIMENSIONS && squares > 0; d++) {
      sum[d] /= Math.sqrt(squares);
    }
    return sum;
  }
}
