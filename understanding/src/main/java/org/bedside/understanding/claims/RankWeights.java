package org.bedside.understanding.claims;

/**
 * What the ranking makes of each sign.
 *
 * @param claimField weight of the claim's own words
 * @param titleField weight of its title's
 * @param textField weight of its text's
 * @param saturation BM25's k1
 * @param lengthNorm BM25's b
 * @param capital extra weight of a capitalised word of the post
 * @param number extra weight of a number
 * @param pairs weight of shared word pairs in the second pass
 * @param letters weight of shared letter groups
 * @param claimCover weight of how much of the claim the post covers
 * @param titleCover weight of how much of the title it covers
 */
public record RankWeights(
    double claimField,
    double titleField,
    double textField,
    double saturation,
    double lengthNorm,
    double capital,
    double number,
    double pairs,
    double letters,
    double claimCover,
    double titleCover) {

  /**
   * The best of the settings tried on the training part of the CheckThat! 2022 claims: fields
   * alone; every second-pass sign tried so far lowered it there.
   */
  public static final RankWeights TUNED =
      new RankWeights(1.0, 1.2, 1.0, 1.2, 0.75, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
}
