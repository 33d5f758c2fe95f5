package org.bedside.understanding.teaching;

import java.util.Arrays;
import java.util.List;

/** The likeness of all texts of the background and all that are taught, each to each. */
final class Likenesses {

  private final Background background;
  private final float[][] toBackground;
  private final float[][] toTaught;

  Likenesses(Background background, Shelf shelf, List<Sketch> taught) {
    this.background = background;
    toBackground = taught.stream().map(background.shelf()::likeness).toArray(float[][]::new);
    toTaught = taught.stream().map(shelf::likeness).toArray(float[][]::new);
  }

  /** How many texts the background has. */
  int background() {
    return background.readings().size();
  }

  int taught() {
    return toTaught.length;
  }

  Background texts() {
    return background;
  }

  /** Those of the background and, after them, of the chosen ones among those taught. */
  float[][] of(int[] chosen, Kind kind) {
    int first = background();
    float[][] all = new float[first + chosen.length][first + chosen.length];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        float cosine =
            i < first
                ? j < first ? background.likeness()[i][j] : toBackground[chosen[j - first]][i]
                : j < first
                    ? toBackground[chosen[i - first]][j]
                    : toTaught[chosen[i - first]][chosen[j - first]];
        all[i][j] = kind.counts(cosine);
      }
    }
    return all;
  }

  /** Gives weights of such a choice their places among all texts. */
  Weights spread(double[] weights, int[] chosen) {
    double[] behind = Arrays.copyOf(weights, background());
    double[] all = new double[taught()];
    for (int i = 0; i < chosen.length; i++) {
      all[chosen[i]] = weights[background() + i];
    }
    return new Weights(behind, all);
  }

  /** How a likeness counts. */
  @FunctionalInterface
  interface Kind {
    float counts(float cosine);
  }
}
