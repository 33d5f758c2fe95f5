package org.bedside.bench.score;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What one contender did in one round: as many of the same texts, from the first on, as fit into
 * the time it was given, at least one a thread.
 *
 * @param texts how many
 * @param wall nanoseconds by the clock
 * @param processor nanoseconds of processor time of its threads together
 */
record SpeedRound(int texts, long wall, long processor) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static SpeedRound of(Contender contender, List<String> texts, long nanos)
      throws InterruptedException, ExecutionException {
    if (contender.threads() == 1) {
      return alone(contender, texts, 0, 1, nanos);
    }
    long begun = System.nanoTime();
    int done = 0;
    long processor = 0;
    try (var pool = Executors.newFixedThreadPool(contender.threads())) {
      var parts = new ArrayList<Future<SpeedRound>>();
      for (int t = 0; t < contender.threads(); t++) {
        int first = t;
        parts.add(pool.submit(() -> alone(contender, texts, first, contender.threads(), nanos)));
      }
      for (Future<SpeedRound> part : parts) {
        done += part.get().texts();
        processor += part.get().processor();
      }
    }
    return new SpeedRound(done, System.nanoTime() - begun, processor);
  }

  private static SpeedRound alone(
      Contender contender, List<String> texts, int first, int step, long nanos) {
    long begun = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    int done = 0;
    for (int at = first; done == 0 || System.nanoTime() - begun < nanos; at += step) {
      Object judged = contender.judge(texts.get(at % texts.size()));
      done += judged == null ? 0 : 1;
    }
    return new SpeedRound(
        done, System.nanoTime() - begun, THREADS.getCurrentThreadCpuTime() - processor);
  }

  double bySecond() {
    return texts * 1e9 / wall;
  }

  /** Texts for each second of processor time, whatever else the machine did. */
  double byProcessorSecond() {
    return texts * 1e9 / Math.max(1, processor);
  }
}
