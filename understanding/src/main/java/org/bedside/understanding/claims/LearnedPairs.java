package org.bedside.understanding.claims;

import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.ClaimMatch.Stance;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.model.Blend;

/**
 * Reads a claim and a post together: whether the post speaks of that claim, and what it does with
 * it. Immutable and thread-safe.
 */
public final class LearnedPairs {

  /** The names of heads and blends. */
  public static final String STANCE = "stance";

  public static final String CLAIM = "claim";

  /** The labels of {@link #CLAIM}, in the order of all shares. */
  public static final List<String> CLAIMS = List.of("another", "same");

  private static final int SAME = 1;

  /** How much of the whole is given to what the cues say; the rest is shared evenly. */
  private static final double CUE = 0.7;

  private static final List<String> STANCES =
      Arrays.stream(Stance.values()).map(Enum::name).toList();

  private final Encoded encoded;
  private final Head stances;
  private final Head claims;
  private final Blend stance;
  private final Blend claim;

  private LearnedPairs(Encoded encoded) {
    this.encoded = encoded;
    this.stances = encoded.heads().head(STANCE);
    this.claims = encoded.heads().head(CLAIM);
    this.stance = encoded.blends().blend(STANCE);
    this.claim = encoded.blends().blend(CLAIM);
  }

  /** Takes what was learned. */
  public static LearnedPairs of(Encoded encoded) {
    return new LearnedPairs(encoded);
  }

  /** The labels of {@link #STANCE}, in the order of all shares. */
  public static List<String> stances() {
    return STANCES;
  }

  /** What the cues say, as shares of the three stances. */
  public static double[] shares(Stance byCues) {
    double[] shares = new double[STANCES.size()];
    Arrays.fill(shares, (1 - CUE) / shares.length);
    shares[STANCES.indexOf(byCues.name())] += CUE;
    return shares;
  }

  /** What shared words say, as shares of {@link #CLAIMS}. */
  public static double[] shares(double byWords) {
    return new double[] {1 - byWords, byWords};
  }

  /** Reads the two together; the vector that {@link #isSame} and {@link #stance} take. */
  float[] read(String post, String claimed) {
    return encoded.encoder().read(post, claimed).mean();
  }

  /**
   * How likely the post speaks of the claim.
   *
   * @param byWords how likely it is by the words that they share
   */
  double isSame(float[] read, double byWords) {
    return claim.shares(shares(byWords), claims.scores(read, CLAIMS))[SAME];
  }

  /**
   * What the post does with the claim.
   *
   * @param byCues what the cues say
   */
  Stance stance(float[] read, Stance byCues) {
    double[] shares = stance.shares(shares(byCues), stances.scores(read, STANCES));
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return Stance.valueOf(STANCES.get(best));
  }
}
