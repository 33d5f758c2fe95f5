package org.bedside.bench.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How long one target takes for a thousand UTF-16 code units, in processor time of the thread. Not
 * thread-safe.
 */
final class Clock {

  private static final int SAMPLES = 4_000;
  private static final int ENOUGH = 100;
  private static final long SLOW = 200_000_000;
  private static final double TIMES_THE_MEDIAN = 50;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Double> samples = new ArrayList<>();
  private final Random random = new Random(1);
  private double slowest;
  private int slowestSize;
  private int taken;

  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Nanoseconds for a thousand units; short texts count as a quarter of that. */
  private static double rate(long nanos, int size) {
    return nanos / Math.max(0.25, size / 1000.0);
  }

  /** Takes a time in; says whether it is the longest for its size so far. */
  boolean take(long nanos, int size) {
    double rate = rate(nanos, size);
    taken++;
    if (samples.size() < SAMPLES) {
      samples.add(rate);
    } else if (random.nextInt(taken) < SAMPLES) {
      samples.set(random.nextInt(SAMPLES), rate);
    }
    if (taken > ENOUGH && size >= 1000 && rate > slowest) {
      slowest = rate;
      slowestSize = size;
      return true;
    }
    return false;
  }

  /** Whether a time is beyond all proportion. */
  boolean isTooLong(long nanos, int size) {
    return nanos > SLOW && taken > ENOUGH && rate(nanos, size) > TIMES_THE_MEDIAN * median();
  }

  double median() {
    if (samples.isEmpty()) {
      return 0;
    }
    var sorted = new ArrayList<>(samples);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** The longest for its size, of texts of a thousand units and more. */
  double slowest() {
    return slowest;
  }

  int slowestSize() {
    return slowestSize;
  }
}
