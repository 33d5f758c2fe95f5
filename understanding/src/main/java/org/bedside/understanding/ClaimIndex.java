package org.bedside.understanding;

import java.util.List;
import org.bedside.understanding.claims.ClaimRanker;
import org.bedside.understanding.claims.LearnedPairs;
import org.bedside.understanding.claims.PairJudge;
import org.bedside.understanding.claims.RankWeights;
import org.bedside.understanding.claims.StanceJudge;
import org.bedside.understanding.judge.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * Circulating claims, indexed so that the ones a post speaks of are found quickly, and told whether
 * the post repeats, questions or denies them.
 *
 * <p>Immutable and thread-safe. Candidates are found by their words; where the encoder is loaded
 * ({@link Understanding#index}), each is then read together with the post.
 */
public final class ClaimIndex {

  private final PairJudge judge;

  private ClaimIndex(PairJudge judge) {
    this.judge = judge;
  }

  /**
   * Indexes {@code claims}, to be found by their words alone; where two have the same id, both are
   * kept.
   */
  public static ClaimIndex of(List<Claim> claims) {
    return of(claims, null);
  }

  static ClaimIndex of(List<Claim> claims, @Nullable Encoded encoded) {
    return new ClaimIndex(
        new PairJudge(
            ClaimRanker.of(claims, RankWeights.TUNED),
            new StanceJudge(),
            encoded == null ? null : LearnedPairs.of(encoded)));
  }

  /**
   * The claims closest to {@code post}.
   *
   * @param top how many at most; 0 or less gives none
   * @return best first, of equal ones the earlier in the list indexed; claims that share no word
   *     with the post are left out
   */
  public List<ClaimMatch> find(Post post, int top) {
    return judge.find(post, top);
  }

  /** What a post does with a claim, whether indexed or not. */
  public ClaimMatch.Stance stance(Post post, String claim) {
    return judge.stance(post.text(), claim);
  }
}
