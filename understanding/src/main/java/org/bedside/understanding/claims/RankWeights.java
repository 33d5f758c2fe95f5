package org.bedside.understanding.claims;

/**
 * What the ranking makes of each sign.
 *
 * @param claimField weight of the claim's own words
 * @param titleField weight of its title's
 * @param textField weight of its text's
 * @param saturation BM25's k1
 * @param lengthNorm BM25's b
 * @param author weight of a word of its author's name that the post doesn't hold
 * @param letters weight of shared letter groups, which order the candidates
 * @param titleCover weight of how much of the title the post covers, which does so, too
 */
public record RankWeights(
    double claimField,
    double titleField,
    double textField,
    double saturation,
    double lengthNorm,
    double author,
    double letters,
    double titleCover) {

  /**
   * The best of the settings tried on the training part of the CheckThat! 2022 claims, one weight
   * after the other. Shared word pairs, capitals, numbers and how much of the claim is covered were
   * tried there as well and raised nothing.
   */
  public static final RankWeights TUNED =
      new RankWeights(1.0, 1.5, 0.8, 0.8, 0.75, 1.0, 0.05, 0.05);
}
