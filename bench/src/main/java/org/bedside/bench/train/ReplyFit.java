package org.bedside.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bedside.bench.Invented;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.guard.LearnedReplies;
import org.bedside.understanding.guard.ReplyMix;
import org.bedside.understanding.guard.ReplyWords;
import tools.jackson.databind.JsonNode;

/**
 * Fits how much encoder, words and rules of the guard count beside each other: on replies kept
 * back, and on those that may be looked at.
 */
final class ReplyFit {

  private static final int STEPS = 30;
  private static final double PULL = 0.01;

  private final Invented invented;
  private final Encoder encoder;
  private final Heads heads;

  ReplyFit(Invented invented, Encoder encoder, Heads heads) {
    this.invented = invented;
    this.encoder = encoder;
    this.heads = heads;
  }

  /** Fits it, with the words' weights that the library has, and writes it to {@code file}. */
  void fit(ReplyWords words, Path file) throws IOException {
    var rules = Guard.standard();
    var signals = new ArrayList<double[]>();
    var unsafe = new ArrayList<Boolean>();
    List<JsonNode> rows = invented.held(ReplyWords.NAME);
    rows.addAll(invented.dev(ReplyWords.NAME));
    for (JsonNode row : rows) {
      String reply = row.get("reply").asString();
      String review = row.get("review").asString();
      String reviewer = row.get("reviewer").asString();
      var post = new Post("review", review, null, null, reviewer, null, null, null, null, null);
      States states = encoder.read(reply, LearnedReplies.before(reviewer, review));
      signals.add(
          LearnedReplies.signals(
              heads.head(LearnedReplies.NAME),
              states,
              LearnedReplies.clauses(reply),
              words.odds(reply, reviewer),
              rules.review(reply, post)));
      unsafe.add(row.get("label").asString().equals("unsafe"));
    }
    double[] w = weights(signals, unsafe);
    Files.writeString(file, new ReplyMix(w[0], w[1], w[2], w[3], w[4]).written());
    System.out.printf("guard's mix of %d replies: %s%n", rows.size(), java.util.Arrays.toString(w));
  }

  /** Logistic regression by Newton's steps: the bias, then one weight for each signal. */
  static double[] weights(List<double[]> signals, List<Boolean> unsafe) {
    int n = signals.getFirst().length + 1;
    double[] weights = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[n];
      double[][] bend = new double[n][n];
      for (int i = 0; i < signals.size(); i++) {
        double odds = 0;
        for (int a = 0; a < n; a++) {
          odds += weights[a] * at(signals.get(i), a);
        }
        double p = 1 / (1 + Math.exp(-odds));
        for (int a = 0; a < n; a++) {
          slope[a] += (p - (unsafe.get(i) ? 1 : 0)) * at(signals.get(i), a);
          for (int b = 0; b < n; b++) {
            bend[a][b] += p * (1 - p) * at(signals.get(i), a) * at(signals.get(i), b);
          }
        }
      }
      for (int a = 0; a < n; a++) {
        slope[a] += PULL * weights[a];
        bend[a][a] += PULL;
      }
      double[] change = solved(bend, slope);
      for (int a = 0; a < n; a++) {
        weights[a] -= change[a];
      }
    }
    return weights;
  }

  private static double at(double[] signals, int index) {
    return index == 0 ? 1 : signals[index - 1];
  }

  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    for (int i = 0; i < n; i++) {
      for (int row = i + 1; row < n; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int k = i; k < n; k++) {
          matrix[row][k] -= factor * matrix[i][k];
        }
        right[row] -= factor * right[i];
      }
    }
    double[] solved = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double rest = right[i];
      for (int k = i + 1; k < n; k++) {
        rest -= matrix[i][k] * solved[k];
      }
      solved[i] = rest / matrix[i][i];
    }
    return solved;
  }
}
