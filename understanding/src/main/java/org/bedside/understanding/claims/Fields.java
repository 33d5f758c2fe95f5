package org.bedside.understanding.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.understanding.Claim;

/** The three fields of each claim, and how often a stem stands in them, weighted by length. */
record Fields(List<Terms> claims, List<Terms> titles, List<Terms> texts) {

  static Fields of(List<Claim> all) {
    List<Terms> claims = new ArrayList<>();
    List<Terms> titles = new ArrayList<>();
    List<Terms> texts = new ArrayList<>();
    for (Claim claim : all) {
      claims.add(Terms.of(claim.claim()));
      titles.add(Terms.of(ClaimRanker.orEmpty(claim.title())));
      texts.add(Terms.of(ClaimRanker.orEmpty(claim.text())));
    }
    return new Fields(claims, titles, texts);
  }

  Terms title(int i) {
    return titles.get(i);
  }

  /** How often each stem stands in claim {@code i}, the fields weighted and normed by length. */
  Map<String, Double> frequencies(int i, RankWeights weights) {
    Map<String, Double> frequencies = new HashMap<>();
    add(frequencies, claims.get(i), weights.claimField(), 12, weights.lengthNorm());
    add(frequencies, titles.get(i), weights.titleField(), 6, weights.lengthNorm());
    add(frequencies, texts.get(i), weights.textField(), 10, weights.lengthNorm());
    return frequencies;
  }

  private static void add(
      Map<String, Double> to, Terms terms, double weight, double usual, double norm) {
    double share = weight / (1 - norm + norm * terms.stems().size() / usual);
    for (String stem : terms.stems()) {
      to.merge(stem, share, Double::sum);
    }
  }
}
