package org.bedside.understanding.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.bedside.understanding.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Ranks claims by how much of a post's matter they share: BM25 over weighted fields (Robertson and
 * Zaragoza, 2009) picks candidates, which letter groups and coverage of the title then order.
 */
public final class ClaimRanker {

  /**
   * @param score 0 to 1
   */
  public record Ranked(Claim claim, double score) {}

  private static final class Posting {
    final int[] documents;
    final float[] weights;

    Posting(int[] documents, float[] weights) {
      this.documents = documents;
      this.weights = weights;
    }
  }

  private static final class Document {
    final Claim claim;
    final Set<String> titleStems;
    final int[] letters;

    Document(Claim claim, Set<String> titleStems, int[] letters) {
      this.claim = claim;
      this.titleStems = titleStems;
      this.letters = letters;
    }
  }

  private record Candidate(int document, double score) {}

  private static final int CANDIDATES = 60;

  /**
   * Where a claim is as likely right as wrong, and how fast that changes: a logistic fit to the
   * five best claims of each training post. Fit both anew when {@link RankWeights#TUNED} changes.
   */
  private static final double MIDDLE = 0.292;

  private static final double STEEPNESS = 19.7;

  private final List<Document> documents;
  private final Map<String, Posting> postings;
  private final Map<String, Double> idf;
  private final RankWeights weights;

  private ClaimRanker(
      List<Document> documents,
      Map<String, Posting> postings,
      Map<String, Double> idf,
      RankWeights weights) {
    this.documents = documents;
    this.postings = postings;
    this.idf = idf;
    this.weights = weights;
  }

  public static ClaimRanker of(List<Claim> claims, RankWeights weights) {
    List<Document> documents = new ArrayList<>();
    List<Map<String, Double>> frequencies = new ArrayList<>();
    Fields fields = Fields.of(claims);
    Map<String, Integer> seenIn = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      Map<String, Double> frequency = fields.frequencies(i, weights);
      frequencies.add(frequency);
      frequency.keySet().forEach(stem -> seenIn.merge(stem, 1, Integer::sum));
      Terms both = Terms.of(claim.claim() + ". " + orEmpty(claim.title()));
      documents.add(new Document(claim, Set.copyOf(fields.title(i).stems()), both.letters()));
    }
    Map<String, Double> idf = new HashMap<>();
    seenIn.forEach(
        (stem, count) ->
            idf.put(stem, Math.log(1 + (claims.size() - count + 0.5) / (count + 0.5))));
    return new ClaimRanker(documents, postings(frequencies, idf, weights), idf, weights);
  }

  private static Map<String, Posting> postings(
      List<Map<String, Double>> frequencies, Map<String, Double> idf, RankWeights weights) {
    Map<String, List<Integer>> where = new HashMap<>();
    for (int i = 0; i < frequencies.size(); i++) {
      for (String stem : frequencies.get(i).keySet()) {
        where.computeIfAbsent(stem, _ -> new ArrayList<>()).add(i);
      }
    }
    Map<String, Posting> postings = new HashMap<>();
    where.forEach(
        (stem, places) -> {
          float[] values = new float[places.size()];
          for (int i = 0; i < values.length; i++) {
            double tf = frequencies.get(places.get(i)).getOrDefault(stem, 0.0);
            values[i] = (float) (idf.getOrDefault(stem, 0.0) * tf / (tf + weights.saturation()));
          }
          postings.put(
              stem, new Posting(places.stream().mapToInt(Integer::intValue).toArray(), values));
        });
    return postings;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * At most {@code top} claims, best first.
   *
   * @param author who says it, where that is known
   */
  public List<Ranked> rank(String post, @Nullable String author, int top) {
    if (top <= 0 || documents.isEmpty()) {
      return List.of();
    }
    CleanPost clean = CleanPost.of(post, author);
    Terms terms = Terms.of(clean.words());
    Map<String, Double> query = new HashMap<>();
    for (String stem : terms.stems()) {
      query.merge(stem, 1.0, (one, other) -> Math.max(one, other) * 1.2);
    }
    for (String stem : Terms.of(clean.author()).stems()) {
      query.putIfAbsent(stem, weights.author());
    }
    List<Candidate> candidates = candidates(query, Math.max(top, CANDIDATES));
    double mass = 0;
    for (Map.Entry<String, Double> term : query.entrySet()) {
      mass += term.getValue() * idf.getOrDefault(term.getKey(), 0.0);
    }
    int[] letters = terms.letters();
    List<Candidate> ordered = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Document document = documents.get(candidate.document());
      double score =
          candidate.score() / Math.max(mass, 1)
              + weights.letters() * overlap(letters, document.letters)
              + weights.titleCover() * cover(document.titleStems, query);
      ordered.add(new Candidate(candidate.document(), score));
    }
    ordered.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::document));
    return ordered.stream()
        .limit(top)
        .map(c -> new Ranked(documents.get(c.document()).claim, probability(c.score())))
        .toList();
  }

  private static double probability(double score) {
    return 1 / (1 + Math.exp(-STEEPNESS * (score - MIDDLE)));
  }

  private List<Candidate> candidates(Map<String, Double> query, int most) {
    float[] scores = new float[documents.size()];
    query.forEach(
        (stem, weight) -> {
          Posting posting = postings.get(stem);
          if (posting != null) {
            int[] places = posting.documents;
            float[] values = posting.weights;
            float factor = weight.floatValue();
            for (int i = 0; i < places.length; i++) {
              scores[places[i]] += factor * values[i];
            }
          }
        });
    PriorityQueue<Candidate> best =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::score)
                .thenComparing(Candidate::document, Comparator.reverseOrder()));
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        if (best.size() < most) {
          best.add(new Candidate(i, scores[i]));
        } else if (best.element().score() < scores[i]) {
          best.remove();
          best.add(new Candidate(i, scores[i]));
        }
      }
    }
    return new ArrayList<>(best);
  }

  /** Cosine of two sorted sets. */
  private static double overlap(int[] one, int[] other) {
    if (one.length == 0 || other.length == 0) {
      return 0;
    }
    int shared = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        shared++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared / Math.sqrt((double) one.length * other.length);
  }

  private double cover(Set<String> stems, Map<String, Double> query) {
    double all = 0;
    double covered = 0;
    for (String stem : stems) {
      double weight = idf.getOrDefault(stem, 0.0);
      all += weight;
      covered += query.containsKey(stem) ? weight : 0;
    }
    return all == 0 ? 0 : covered / all;
  }
}
