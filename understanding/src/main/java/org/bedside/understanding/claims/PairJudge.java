package org.bedside.understanding.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bedside.understanding.Claim;
import org.bedside.understanding.ClaimMatch;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;

/**
 * Orders the claims that share a post's words anew after reading each with the post, and tells what
 * the post does with it. Immutable and thread-safe.
 */
public final class PairJudge {

  /** How many claims beyond those asked for are read, too. */
  private static final int MORE = 5;

  private final ClaimRanker ranker;
  private final StanceJudge cues;
  private final @Nullable LearnedPairs learned;
  private final PlainDenial plain = new PlainDenial();

  /**
   * @param learned null where words and cues alone decide
   */
  public PairJudge(ClaimRanker ranker, StanceJudge cues, @Nullable LearnedPairs learned) {
    this.ranker = ranker;
    this.cues = cues;
    this.learned = learned;
  }

  /** At most {@code top} claims, best first. */
  public List<ClaimMatch> find(Post post, int top) {
    List<ClaimMatch> matches = new ArrayList<>();
    for (ClaimRanker.Ranked ranked :
        ranker.rank(post.text(), post.author(), learned == null || top <= 0 ? top : top + MORE)) {
      matches.add(match(post.text(), ranked.claim(), ranked.score()));
    }
    if (learned != null) {
      matches.sort(Comparator.comparingDouble(ClaimMatch::score).reversed());
    }
    return List.copyOf(matches.subList(0, Math.min(Math.max(0, top), matches.size())));
  }

  private ClaimMatch match(String post, Claim claim, double byWords) {
    ClaimMatch.Stance byCues = cues.judge(post, claim.claim());
    if (learned == null) {
      return new ClaimMatch(claim.id(), byWords, byCues);
    }
    float[] read = learned.read(post, claim.claim());
    return new ClaimMatch(
        claim.id(),
        learned.isSame(read, byWords),
        stance(learned, read, byCues, post, claim.claim()));
  }

  /** What a post does with a claim. */
  public ClaimMatch.Stance stance(String post, String claim) {
    ClaimMatch.Stance byCues = cues.judge(post, claim);
    return learned == null
        ? byCues
        : stance(learned, learned.read(post, claim), byCues, post, claim);
  }

  private ClaimMatch.Stance stance(
      LearnedPairs learned, float[] read, ClaimMatch.Stance byCues, String post, String claim) {
    return plain.denies(post, claim) ? ClaimMatch.Stance.DENIES : learned.stance(read, byCues);
  }
}
