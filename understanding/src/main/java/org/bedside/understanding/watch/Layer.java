package org.bedside.understanding.watch;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bedside.understanding.Watch;

/** A segment less what has been changed or removed since it was compiled. Immutable. */
final class Layer {

  private final Segment segment;

  /** A bit for each watch that no longer counts; empty where all do. Never written to. */
  private final long[] gone;

  private final int live;

  private Layer(Segment segment, long[] gone, int live) {
    this.segment = segment;
    this.gone = gone;
    this.live = live;
  }

  static Layer of(Segment segment) {
    return new Layer(segment, new long[0], segment.distinct());
  }

  /** This layer less the watches of these ids; itself where it has none of them. */
  Layer without(Collection<String> ids) {
    IntSet places = new IntSet();
    int taken = 0;
    long[] bits = {};
    for (String id : ids) {
      places.clear();
      segment.find(id, places::add);
      int[] found = places.toArray();
      if (found.length > 0 && !isGone(found[0])) {
        bits = bits.length > 0 ? bits : Arrays.copyOf(gone, (segment.size() + 63) / 64);
        for (int place : found) {
          bits[place >> 6] |= 1L << place;
        }
        taken++;
      }
    }
    return taken == 0 ? this : new Layer(segment, bits, live - taken);
  }

  Segment segment() {
    return segment;
  }

  /** How many different ids still count. */
  int live() {
    return live;
  }

  boolean isWhole() {
    return gone.length == 0;
  }

  boolean isGone(int place) {
    return gone.length > 0 && (gone[place >> 6] & 1L << place) != 0;
  }

  /** Adds the watches that still count, in their order. */
  void collect(List<Watch> watches) {
    for (int i = 0; i < segment.size(); i++) {
      if (!isGone(i)) {
        watches.add(segment.watch(i));
      }
    }
  }
}
