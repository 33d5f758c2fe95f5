package org.bedside.understanding.teaching;

/** How strongly each text moves one label. */
final class Weights {

  private final double[] background;
  private final double[] taught;

  /**
   * @param background of the texts of the background
   * @param taught of the texts of the organization's shelf
   */
  Weights(double[] background, double[] taught) {
    this.background = background;
    this.taught = taught;
  }

  /** The sum for a text of these likenesses, where only near texts count. */
  double near(float[] toBackground, float[] toTaught) {
    double sum = 0;
    for (int i = 0; i < background.length; i++) {
      sum += background[i] == 0 ? 0 : background[i] * Likeness.near(toBackground[i]);
    }
    for (int i = 0; i < taught.length; i++) {
      sum += taught[i] == 0 ? 0 : taught[i] * Likeness.near(toTaught[i]);
    }
    return sum;
  }

  /** The sum for a text of these likenesses, where all count. */
  double wide(float[] toBackground, float[] toTaught) {
    double sum = 0;
    for (int i = 0; i < background.length; i++) {
      sum += background[i] * Likeness.wide(toBackground[i]);
    }
    for (int i = 0; i < taught.length; i++) {
      sum += taught[i] == 0 ? 0 : taught[i] * Likeness.wide(toTaught[i]);
    }
    return sum;
  }
}
