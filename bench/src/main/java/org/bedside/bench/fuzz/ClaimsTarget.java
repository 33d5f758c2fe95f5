package org.bedside.bench.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.Claim;
import org.bedside.understanding.ClaimIndex;
import org.bedside.understanding.ClaimMatch;

/** The claims that a post speaks of; and any text as a claim itself. */
final class ClaimsTarget implements Target {

  private static final int TOP = 3;
  private static final List<Claim> CLAIMS =
      List.of(
          new Claim("garlic", "Garlic cures the flu.", "No, garlic does not cure flu", null),
          new Claim("masks", "Masks lower the oxygen in the blood.", null, "Studies found none."),
          new Claim("ward", "The hospital closed 3 wards in 2025.", "Ward closures", null),
          new Claim("vaccine", "Vaccines change human DNA.", "mRNA vaccines and DNA", null),
          new Claim("odd", "\uD83D \u0000 😷 #MaskUp", null, null),
          new Claim("empty", "", "", ""));

  private final ClaimIndex index = ClaimIndex.of(CLAIMS);

  private record Answer(List<ClaimMatch> ofShipped, List<ClaimMatch> ofItself) {}

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public Object answer(Case input) {
    var itself = new Claim("itself", input.text(), input.question(), input.author());
    return new Answer(
        index.find(input.post(), TOP),
        ClaimIndex.of(List.of(itself, itself)).find(input.post(), TOP));
  }

  @Override
  public void check(Case input, Object answer, Set<String> seen) {
    var both = (Answer) answer;
    for (List<ClaimMatch> matches : List.of(both.ofShipped(), both.ofItself())) {
      Must.hold(matches.size() <= TOP, "more claims than asked for");
      double last = 1;
      for (ClaimMatch match : matches) {
        Must.beProbability(match.score(), "a claim's score");
        Must.hold(match.score() <= last, "the claims are not best first");
        last = match.score();
        seen.add("claim " + match.id() + " " + match.stance());
      }
    }
    var ids = new HashSet<String>();
    Must.hold(
        both.ofShipped().stream().allMatch(match -> ids.add(match.id())), "a claim stands twice");
  }
}
