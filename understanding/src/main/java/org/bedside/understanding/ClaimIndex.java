package org.bedside.understanding;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.claims.ClaimRanker;
import org.bedside.understanding.claims.RankWeights;
import org.bedside.understanding.claims.StanceJudge;

/**
 * Circulating claims, indexed so that the ones a post speaks of are found quickly, and told whether
 * the post repeats, questions or denies them.
 *
 * <p>Immutable and thread-safe. Matching is lexical: it sees words, word pairs and letter groups,
 * not meaning.
 */
public final class ClaimIndex {

  private final ClaimRanker ranker;
  private final StanceJudge stances;

  private ClaimIndex(ClaimRanker ranker, StanceJudge stances) {
    this.ranker = ranker;
    this.stances = stances;
  }

  /** Indexes {@code claims}; where two have the same id, both are kept. */
  public static ClaimIndex of(List<Claim> claims) {
    return new ClaimIndex(ClaimRanker.of(claims, RankWeights.TUNED), new StanceJudge());
  }

  /**
   * The claims closest to {@code post}.
   *
   * @param top how many at most; 0 or less gives none
   * @return best first, of equal ones the earlier in the list indexed; claims that share no word
   *     with the post are left out
   */
  public List<ClaimMatch> find(Post post, int top) {
    List<ClaimMatch> matches = new ArrayList<>();
    for (ClaimRanker.Ranked ranked : ranker.rank(post.text(), top)) {
      Claim claim = ranked.claim();
      matches.add(
          new ClaimMatch(claim.id(), ranked.score(), stances.judge(post.text(), claim.claim())));
    }
    return List.copyOf(matches);
  }
}
