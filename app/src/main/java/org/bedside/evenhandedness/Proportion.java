package org.bedside.evenhandedness;

/**
 * A part of a whole with how sure one can be of it.
 *
 * @param part 0 to {@code whole}
 */
public record Proportion(long part, long whole) {

  /** Smaller groups are given no rate: one review more or less would turn it around. */
  public static final int FEWEST = 5;

  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  public Proportion {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("A part lies between nothing and the whole");
    }
  }

  /** Whether the whole is large enough to be given a rate. */
  public boolean hasRate() {
    return whole >= FEWEST;
  }

  /**
   * The part, 0 to 1.
   *
   * @throws IllegalStateException where the whole is empty; so do the others below
   */
  public double rate() {
    return (double) part / someWhole();
  }

  /** Lower end of the 95 % interval after Wilson (1927), 0 to 1. */
  public double low() {
    return part == 0 ? 0 : centre() - half();
  }

  /** Upper end of the 95 % interval after Wilson (1927), 0 to 1. */
  public double high() {
    return part == whole ? 1 : centre() + half();
  }

  private double centre() {
    double n = someWhole();
    return (part + Z * Z / 2) / (n + Z * Z);
  }

  private double half() {
    double n = someWhole();
    double variance = part * (n - part) / n + Z * Z / 4;
    return Z * Math.sqrt(variance) / (n + Z * Z);
  }

  private long someWhole() {
    if (whole == 0) {
      throw new IllegalStateException("Of nothing there is no rate");
    }
    return whole;
  }
}
