package org.bedside.evenhandedness;

/**
 * Fisher's exact test on a table of two rows and two columns: how likely is a table at least as
 * uneven as this one, if the same chance holds for both rows. Exact also where cells are empty,
 * which approximations are not. Pure.
 *
 * <p>Source: R. A. Fisher, Statistical Methods for Research Workers, section 21.02; two-sided as in
 * R's {@code fisher.test} and SciPy: all tables with the same margins that are no likelier than the
 * one seen are added up.
 */
final class FisherExactTest {

  /** Tables that are equally likely must count as such whatever the rounding; as R has it. */
  private static final double EQUALLY_LIKELY = 1 + 1e-7;

  private FisherExactTest() {}

  /**
   * The two-sided p-value.
   *
   * @param a first row, with the trait
   * @param b first row, without it
   * @param c second row, with the trait
   * @param d second row, without it
   * @return above 0 and up to 1; 1 where a margin is empty; 0 only where it is smaller than any
   *     double
   * @throws IllegalArgumentException where a count is negative
   */
  static double twoSided(long a, long b, long c, long d) {
    if (a < 0 || b < 0 || c < 0 || d < 0) {
      throw new IllegalArgumentException("Counts are not negative");
    }
    Margins margins = new Margins(a + b, c + d, a + c);
    // All weights relative to the likeliest table: neither factorials nor their logarithms are
    // needed, and what is too small for a double is too small to matter.
    long mode = margins.likeliest();
    double seen = weight(margins, mode, a);
    double all = 1;
    double noLikelier = 1 <= seen * EQUALLY_LIKELY ? 1 : 0;
    double weight = 1;
    for (long k = mode; k < margins.most() && weight > 0; k++) {
      weight *= margins.up(k);
      all += weight;
      noLikelier += weight <= seen * EQUALLY_LIKELY ? weight : 0;
    }
    weight = 1;
    for (long k = mode; k > margins.least() && weight > 0; k--) {
      weight /= margins.up(k - 1);
      all += weight;
      noLikelier += weight <= seen * EQUALLY_LIKELY ? weight : 0;
    }
    return Math.min(1, noLikelier / all);
  }

  private static double weight(Margins margins, long mode, long a) {
    double weight = 1;
    for (long k = mode; k < a; k++) {
      weight *= margins.up(k);
    }
    for (long k = mode; k > a; k--) {
      weight /= margins.up(k - 1);
    }
    return weight;
  }

  /** What all tables share; {@code k} is the cell of the first row with the trait. */
  private record Margins(long first, long second, long trait) {

    long least() {
      return Math.max(0, trait - second);
    }

    long most() {
      return Math.min(first, trait);
    }

    long likeliest() {
      double mode = (first + 1.0) * (trait + 1.0) / (first + second + 2.0);
      return Math.clamp((long) Math.floor(mode), least(), most());
    }

    /** How much likelier {@code k + 1} is than {@code k}. */
    double up(long k) {
      return (double) (first - k) / (k + 1) * ((double) (trait - k) / (second - trait + k + 1));
    }
  }
}
