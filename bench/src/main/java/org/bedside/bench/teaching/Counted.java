package org.bedside.bench.teaching;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How often a theme was rightly given, wrongly given, and missed. */
record Counted(int right, int wrong, int missed) {

  static Counted of(List<Boolean> held, List<Boolean> given) {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (int i = 0; i < held.size(); i++) {
      right += held.get(i) && given.get(i) ? 1 : 0;
      wrong += !held.get(i) && given.get(i) ? 1 : 0;
      missed += held.get(i) && !given.get(i) ? 1 : 0;
    }
    return new Counted(right, wrong, missed);
  }

  Counted plus(Counted other) {
    return new Counted(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  double precision() {
    return right + wrong == 0 ? 0 : (double) right / (right + wrong);
  }

  double recall() {
    return right + missed == 0 ? 0 : (double) right / (right + missed);
  }

  double f1() {
    return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
  }

  /** F1 with its 95% interval, drawing texts with replacement; the seed is fixed. */
  static String interval(List<Boolean> held, List<Boolean> given) {
    var random = new Random(11);
    double[] drawn = new double[500];
    for (int d = 0; d < drawn.length; d++) {
      Counted counted = new Counted(0, 0, 0);
      int right = 0;
      int wrong = 0;
      int missed = 0;
      for (int i = 0; i < held.size(); i++) {
        int row = random.nextInt(held.size());
        right += held.get(row) && given.get(row) ? 1 : 0;
        wrong += !held.get(row) && given.get(row) ? 1 : 0;
        missed += held.get(row) && !given.get(row) ? 1 : 0;
      }
      drawn[d] = counted.plus(new Counted(right, wrong, missed)).f1();
    }
    java.util.Arrays.sort(drawn);
    return String.format(Locale.ROOT, "%.2f to %.2f", drawn[12], drawn[487]);
  }

  String line() {
    return String.format(Locale.ROOT, "%.2f | %.2f | %.2f", precision(), recall(), f1());
  }
}
