package org.bedside.understanding.judge;

import java.util.List;
import org.bedside.understanding.Disaster;
import org.bedside.understanding.Reason;
import org.bedside.understanding.judge.Words.Wording;
import org.jspecify.annotations.Nullable;

/** Judges whether a post speaks of a disaster under way, and what it tells. */
public final class DisasterJudge {

  private final Voices relevance;
  private final Voices types;
  private final int unrelated;

  private DisasterJudge(Voices relevance, Voices types) {
    this.relevance = relevance;
    this.types = types;
    this.unrelated = types.labels().indexOf(Disaster.UNRELATED);
  }

  /** Reads its weights; without the encoder's say where that is null. */
  public static DisasterJudge load(@Nullable Encoded encoded) {
    return new DisasterJudge(
        Voices.load("disaster", encoded), Voices.load("disaster-type", encoded));
  }

  /** The same weights without the encoder's say. */
  public DisasterJudge quick() {
    return new DisasterJudge(relevance.quick(), types.quick());
  }

  /** Gives the probability and the likeliest type. */
  public Disaster judge(Reading reading) {
    double relevant = relevance.probabilities(reading.whole(), reading.mean())[0];
    double[] shares = types.shares(reading.whole(), reading.mean());
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      if (shares[i] > shares[best]) {
        best = i;
      }
    }
    boolean related = relevant >= relevance.threshold(0) && best != unrelated;
    return new Disaster(relevant, related ? types.labels().get(best) : Disaster.UNRELATED);
  }

  /** Gives the words it rests on, none below one half. */
  public List<Reason> reasons(Reading reading, Disaster disaster) {
    if (disaster.relevant() < 0.5) {
      return List.of();
    }
    var wording = new Wording("disaster", "disaster.words", "disaster.whole", disaster.type());
    return Words.reasons(reading, relevance, 0, wording, disaster.relevant(), 2);
  }
}
