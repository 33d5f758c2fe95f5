package org.bedside.understanding.judge;

import java.util.List;
import org.bedside.understanding.Reason;
import org.bedside.understanding.judge.Words.Wording;
import org.jspecify.annotations.Nullable;

/** Judges whether a post offends. */
public final class OffenceJudge {

  private final Voices voices;

  private OffenceJudge(Voices voices) {
    this.voices = voices;
  }

  /** Reads its weights; without the encoder's say where that is null. */
  public static OffenceJudge load(@Nullable Encoded encoded) {
    return new OffenceJudge(Voices.load("offensive", encoded));
  }

  /** The same weights without the encoder's say. */
  public OffenceJudge quick() {
    return new OffenceJudge(voices.quick());
  }

  /** Gives the probability that it does; from one half on it should be shown as offensive. */
  public double judge(Reading reading) {
    return voices.probabilities(reading.whole(), reading.mean())[0];
  }

  /** Gives the words it rests on, none below one half. */
  public List<Reason> reasons(Reading reading, double probability) {
    if (probability < 0.5) {
      return List.of();
    }
    var wording = new Wording("offensive", "offensive.words", "offensive.whole", "");
    return Words.reasons(reading, voices, 0, wording, probability, 2);
  }
}
