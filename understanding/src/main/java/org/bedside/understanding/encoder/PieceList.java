package org.bedside.understanding.encoder;

import java.util.Arrays;

/** Pieces while a text is cut. Not thread-safe. */
final class PieceList {

  private int[] ids;
  private int[] starts;
  private int[] ends;
  private int size;

  PieceList(int room) {
    ids = new int[room];
    starts = new int[room];
    ends = new int[room];
  }

  int size() {
    return size;
  }

  void add(int id, int start, int end) {
    if (size == ids.length) {
      int room = size * 2;
      ids = Arrays.copyOf(ids, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }
    ids[size] = id;
    starts[size] = start;
    ends[size++] = end;
  }

  void cutBack(int to) {
    size = to;
  }

  Pieces done() {
    return new Pieces(ids, starts, ends).part(0, size);
  }
}
