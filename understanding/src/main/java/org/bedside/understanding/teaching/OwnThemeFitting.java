package org.bedside.understanding.teaching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns one own theme: its examples against counterexamples, the organization's other themes and
 * the background. What each text would score had it not been learned from says how to calibrate,
 * from where on the theme is given, and which texts of the background speak of it themselves and
 * are left out.
 */
final class OwnThemeFitting {

  private static final double PULL = 8;
  private static final double BIAS = -2;
  private static final int FOLDS = 20;
  private static final double LEFT_OUT = 0.5;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 0.8;
  private static final double STEP = 0.05;
  private static final double PRECISE = 0.8;

  // How many texts that don't speak of it are thought to come for each that does: the background
  // says nothing of that.
  private static final double OTHERS = 15;

  private final Likenesses likenesses;
  private final int[] chosen;
  private final int background;
  private final float[][] likeness;
  private final boolean[] is;
  private final double[] pull;

  /**
   * @param chosen numbers of the taught texts that are looked at
   * @param speaks whether each of them speaks of the theme
   */
  OwnThemeFitting(Likenesses likenesses, int[] chosen, boolean[] speaks) {
    this.likenesses = likenesses;
    this.chosen = chosen;
    background = likenesses.background();
    likeness = likenesses.of(chosen, Likeness::wide);
    int n = likeness.length;
    is = new boolean[n];
    pull = new double[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      is[i] = i >= background && speaks[i - background];
      count += is[i] ? 1 : 0;
    }
    double balance = Math.sqrt((double) (n - count) / Math.max(1, count));
    for (int i = 0; i < n; i++) {
      pull[i] = is[i] ? PULL * balance : PULL;
    }
  }

  OwnThemeHead fit(String name, List<Integer> counterexamples) {
    double[] unseen = unseen();
    if (leaveOut(unseen)) {
      unseen = unseen();
    }
    double[] line = calibrate(unseen);
    double[] weights = fitted(pull);
    return new OwnThemeHead(
        name,
        likenesses.spread(weights, chosen),
        counterexamples,
        BIAS,
        line[0],
        line[1],
        threshold(unseen, line));
  }

  private double[] fitted(double[] by) {
    double[] before = new double[is.length];
    Arrays.fill(before, BIAS);
    double[] wanted = new double[is.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = is[i] ? 1 : 0;
    }
    return Fit.weights(likeness, before, wanted, by);
  }

  /** What each text scores when it and some others aren't learned from. */
  private double[] unseen() {
    double[] unseen = new double[is.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] by = pull.clone();
      int speaks = 0;
      int not = 0;
      boolean[] out = new boolean[is.length];
      for (int i = 0; i < is.length; i++) {
        int turn = is[i] ? speaks++ : not++;
        out[i] = turn % FOLDS == fold;
        by[i] = out[i] ? 0 : by[i];
      }
      double[] weights = fitted(by);
      for (int i = 0; i < is.length; i++) {
        if (out[i]) {
          unseen[i] = BIAS;
          for (int j = 0; j < weights.length; j++) {
            unseen[i] += weights[j] * likeness[i][j];
          }
        }
      }
    }
    return unseen;
  }

  /** Texts of the background that look like most examples do are taken for ones themselves. */
  private boolean leaveOut(double[] unseen) {
    double[] speaking =
        IntStream.range(0, is.length)
            .filter(i -> is[i])
            .mapToDouble(i -> unseen[i])
            .sorted()
            .toArray();
    double from = speaking[(int) (speaking.length * LEFT_OUT)];
    boolean any = false;
    for (int i = 0; i < background; i++) {
      if (unseen[i] >= from) {
        pull[i] = 0;
        any = true;
      }
    }
    return any;
  }

  /** Platt's line, with his caution for few texts, as if there were few {@link #OTHERS}. */
  private double[] calibrate(double[] unseen) {
    int speak = 0;
    int not = 0;
    for (int i = 0; i < is.length; i++) {
      speak += pull[i] > 0 && is[i] ? 1 : 0;
      not += pull[i] > 0 && !is[i] ? 1 : 0;
    }
    double lightly = Math.min(1, OTHERS * speak / Math.max(1, not));
    double high = (speak + 1.0) / (speak + 2.0);
    double low = 1.0 / (not + 2.0);
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < 50; step++) {
      double gs = 0.01 * (slope - 1);
      double go = 0;
      double ss = 0.01;
      double so = 0;
      double oo = 1e-6;
      for (int i = 0; i < is.length; i++) {
        if (pull[i] > 0) {
          double p = Odds.probability(slope * unseen[i] + offset);
          double weight = is[i] ? 1 : lightly;
          double off = weight * (p - (is[i] ? high : low));
          double v = weight * Math.max(1e-6, p * (1 - p));
          gs += off * unseen[i];
          go += off;
          ss += v * unseen[i] * unseen[i];
          so += v * unseen[i];
          oo += v;
        }
      }
      double det = ss * oo - so * so;
      double bySlope = (oo * gs - so * go) / det;
      double byOffset = (ss * go - so * gs) / det;
      slope = Math.clamp(slope - bySlope, 0.05, 20);
      offset = Math.clamp(offset - byOffset, -20, 20);
      if (Math.abs(bySlope) + Math.abs(byOffset) < 1e-6) {
        break;
      }
    }
    return new double[] {slope, offset};
  }

  /** A half, or more where too much of what would be found so is wrong. */
  private double threshold(double[] unseen, double[] line) {
    double best = LOWEST;
    double bestPrecision = -1;
    for (double threshold = LOWEST; threshold < HIGHEST; threshold += STEP) {
      int right = 0;
      int found = 0;
      for (int i = 0; i < is.length; i++) {
        if (pull[i] > 0 && Odds.probability(line[0] * unseen[i] + line[1]) >= threshold) {
          found++;
          right += is[i] ? 1 : 0;
        }
      }
      double precision = found == 0 ? 0 : (double) right / found;
      if (precision > bestPrecision + 1e-9) {
        best = threshold;
        bestPrecision = precision;
      }
      if (precision >= PRECISE) {
        break;
      }
    }
    return best;
  }
}
