package org.bedside.understanding.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/**
 * A table of runs of up to four UTF-8 bytes within words, with how much each speaks for which
 * language. Immutable once read.
 */
public final class ByteGrams {

  private static final int LONGEST_WORD = 70;
  private static final int RUN = 4;
  private static final int STRIDE = 3;

  private final List<String> languages;
  private final long[] keys;
  private final int[] starts;
  private final byte[] language;
  private final byte[] score;

  private ByteGrams(
      List<String> languages, long[] keys, int[] starts, byte[] language, byte[] score) {
    this.languages = List.copyOf(languages);
    this.keys = keys;
    this.starts = starts;
    this.language = language;
    this.score = score;
  }

  List<String> languages() {
    return languages;
  }

  /** Adds what a run says to the sums of all languages; gives whether it is known. */
  boolean addTo(long run, double[] sums) {
    int at = Arrays.binarySearch(keys, run);
    if (at < 0) {
      return false;
    }
    for (int i = starts[at]; i < starts[at + 1]; i++) {
      sums[language[i]] += score[i] & 0xFF;
    }
    return true;
  }

  /**
   * Hands on the runs of a word: from its start in steps of three bytes, then its last four.
   *
   * @param word lower case, letters only
   */
  static void runsOf(String word, LongConsumer consumer) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LONGEST_WORD);
    int from = 0;
    for (; from + RUN < length; from += STRIDE) {
      consumer.accept(key(bytes, from, from + RUN, from == 0, false));
    }
    consumer.accept(key(bytes, Math.max(0, length - RUN), length, from == 0, true));
  }

  /** Gives the number under which a run is kept. */
  public static long key(byte[] bytes, int from, int to, boolean first, boolean last) {
    long key = (first ? 2L : 0L) + (last ? 1L : 0L);
    key = (key << 3) | (to - from);
    for (int i = from; i < to; i++) {
      key = (key << 8) | (bytes[i] & 0xFF);
    }
    return key;
  }

  /**
   * Writes a table.
   *
   * @param runs for each key, pairs of language index and score 0 to 255
   */
  public static void write(
      DataOutputStream out, List<String> languages, SortedMap<Long, int[]> runs)
      throws IOException {
    out.writeShort(languages.size());
    for (String code : languages) {
      out.writeUTF(code);
    }
    out.writeInt(runs.size());
    for (var run : runs.entrySet()) {
      out.writeLong(run.getKey());
      out.writeByte(run.getValue().length / 2);
    }
    for (int[] pairs : runs.values()) {
      for (int value : pairs) {
        out.writeByte(value);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static ByteGrams read(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    var languages = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      languages.add(in.readUTF());
    }
    int size = in.readInt();
    var keys = new long[size];
    var starts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      keys[i] = in.readLong();
      starts[i + 1] = starts[i] + in.readUnsignedByte();
    }
    byte[] pairs = in.readNBytes(2 * starts[size]);
    var language = new byte[starts[size]];
    var score = new byte[starts[size]];
    for (int i = 0; i < language.length; i++) {
      language[i] = pairs[2 * i];
      score[i] = pairs[2 * i + 1];
    }
    return new ByteGrams(languages, keys, starts, language, score);
  }
}
