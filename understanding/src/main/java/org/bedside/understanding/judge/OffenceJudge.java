package org.bedside.understanding.judge;

import java.util.List;
import org.bedside.understanding.Reason;
import org.bedside.understanding.judge.Words.Wording;
import org.bedside.understanding.model.Classifier;

/** Judges whether a post offends. */
public final class OffenceJudge {

  private final Classifier classifier;

  private OffenceJudge(Classifier classifier) {
    this.classifier = classifier;
  }

  public static OffenceJudge load() {
    return new OffenceJudge(Classifier.load("offensive"));
  }

  /** Gives the probability that it does; from one half on it should be shown as offensive. */
  public double judge(Reading reading) {
    return classifier.probabilities(reading.whole())[0];
  }

  /** Gives the words it rests on, none below one half. */
  public List<Reason> reasons(Reading reading, double probability) {
    if (probability < 0.5) {
      return List.of();
    }
    var wording = new Wording("offensive", "offensive.words", "offensive.whole", "");
    return Words.reasons(reading, classifier.model(), 0, wording, probability, 2);
  }
}
