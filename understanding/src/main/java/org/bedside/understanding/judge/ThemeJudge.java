package org.bedside.understanding.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Classifier;
import org.jspecify.annotations.Nullable;

/** Finds the themes a post speaks of, where, and how it speaks of each. */
public final class ThemeJudge {

  // A text that reads like a patient's is given its nearest theme where none is certain, unless
  // even
  // that is unlikely; any other text must be plain about its themes.
  private static final double PATIENT = 0.5;
  private static final double LIKELY_ENOUGH = 0.2;
  private static final double LEAST = 1e-6;

  /** The names of its weights, and of how sure what it gives is. */
  public static final String THEMES = "themes";

  public static final String GIVEN = "themes-given";

  private final Voices voices;
  private final SentimentJudge sentiment;
  private final @Nullable Calibration given;

  private ThemeJudge(Voices voices, SentimentJudge sentiment, @Nullable Calibration given) {
    this.voices = voices;
    this.sentiment = sentiment;
    this.given = given;
  }

  /** Reads its weights; without the encoder's say where that is null. */
  public static ThemeJudge load(SentimentJudge sentiment, @Nullable Encoded encoded) {
    Classifier words = Classifier.load(THEMES);
    return encoded == null
        ? new ThemeJudge(Voices.of(words), sentiment, null)
        : of(words, sentiment, encoded);
  }

  /** Takes other weights for its words than the library's. */
  public static ThemeJudge of(Classifier words, SentimentJudge sentiment, Encoded encoded) {
    Voices voices = Voices.of(words, THEMES, encoded);
    return new ThemeJudge(voices, sentiment, encoded.blends().blend(GIVEN).calibration());
  }

  /**
   * The same weights without the encoder's say.
   *
   * @param sentiment which is quick as well
   */
  public ThemeJudge quick(SentimentJudge sentiment) {
    return new ThemeJudge(voices.quick(), sentiment, null);
  }

  /** Every label of the theme framework, in alphabetical order. */
  public List<String> labels() {
    return voices.labels().stream().sorted().toList();
  }

  /** Every label in the order of {@link #probabilities}. */
  public List<String> order() {
    return voices.labels();
  }

  /**
   * The probability of each theme: of the whole text, or of the clause that speaks of it alone,
   * which would drown among many others.
   */
  public double[] probabilities(Reading reading) {
    double[] likely = voices.probabilities(reading.whole(), reading.mean());
    for (int i = 0; i < reading.segments() && reading.segments() > 1; i++) {
      float[] mean = reading.mean(i);
      if (mean != null) {
        voices.hearClause(mean, likely);
      }
    }
    return likely;
  }

  /** Gives the themes, most certain first. */
  public List<ThemeOpinion> judge(Reading reading, double patientVoice) {
    return judge(reading, patientVoice, probabilities(reading));
  }

  /** Gives the themes that follow from these probabilities, most certain first. */
  public List<ThemeOpinion> judge(Reading reading, double patientVoice, double[] likely) {
    if (reading.tokens().isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<ThemeOpinion>();
    int nearest = 0;
    double nearestBy = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < likely.length; i++) {
      double by = likely[i] - voices.threshold(i);
      if (by >= 0 && (patientVoice >= PATIENT || by >= (PATIENT - patientVoice))) {
        found.add(opinion(reading, i, likely[i], patientVoice));
      }
      if (by > nearestBy) {
        nearestBy = by;
        nearest = i;
      }
    }
    if (found.isEmpty() && patientVoice >= PATIENT && likely[nearest] >= LIKELY_ENOUGH) {
      found.add(opinion(reading, nearest, likely[nearest], patientVoice));
    }
    found.sort(Comparator.comparingDouble(ThemeOpinion::score).reversed());
    return found;
  }

  private ThemeOpinion opinion(Reading reading, int label, double likely, double patientVoice) {
    int segment = segment(reading, label);
    Span span = reading.span(segment);
    var feeling = sentiment.judge(reading, segment, patientVoice);
    return new ThemeOpinion(voices.labels().get(label), feeling.label(), span, sure(likely));
  }

  /**
   * How sure a theme is that was given: of those likely enough to be given, fewer are right than of
   * all that are as likely.
   */
  private double sure(double likely) {
    double p = Math.clamp(likely, LEAST, 1 - LEAST);
    return given == null ? likely : given.probability(0, Math.log(p / (1 - p)));
  }

  /** The clause that speaks of a theme. */
  private int segment(Reading reading, int label) {
    if (reading.segments() == 1) {
      return 0;
    }
    double[] byToken = voices.words().contributions(reading.whole(), label);
    if (!voices.isEncoded()) {
      return reading.strongestSegment(byToken);
    }
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < reading.segments(); i++) {
      float[] mean = reading.mean(i);
      double score = mean == null ? 0 : voices.encoded(mean, label);
      if (score > highest) {
        highest = score;
        best = i;
      }
    }
    return best;
  }

  /** Gives one reason for each theme found. */
  public List<Reason> reasons(List<ThemeOpinion> themes) {
    return themes.stream()
        .map(t -> new Reason("theme", "theme.words", t.theme(), t.span(), t.score()))
        .toList();
  }
}
