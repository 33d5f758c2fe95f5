package org.bedside.understanding.encoder;

import java.util.Arrays;

/** A text as word pieces of the encoder's vocabulary. Immutable. */
public final class Pieces {

  private final int[] ids;
  private final int[] starts;
  private final int[] ends;

  /** Takes arrays of one length that nobody changes afterwards. */
  Pieces(int[] ids, int[] starts, int[] ends) {
    this.ids = ids;
    this.starts = starts;
    this.ends = ends;
  }

  /** How many there are. */
  public int size() {
    return ids.length;
  }

  /** The number of a piece in the vocabulary. */
  public int id(int index) {
    return ids[index];
  }

  /** Where the word begins that a piece is of, in UTF-16 code units. */
  public int start(int index) {
    return starts[index];
  }

  /** The code unit after the word that a piece is of. */
  public int end(int index) {
    return ends[index];
  }

  /** The pieces from one index up to before another. */
  public Pieces part(int from, int to) {
    return new Pieces(
        Arrays.copyOfRange(ids, from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }
}
