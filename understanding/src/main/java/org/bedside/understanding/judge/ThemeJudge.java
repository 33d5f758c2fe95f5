package org.bedside.understanding.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.model.Classifier;

/** Finds the themes a post speaks of, where, and how it speaks of each. */
public final class ThemeJudge {

  // A text that reads like a patient's is given its nearest theme where none is certain, unless
  // even
  // that is unlikely; any other text must be plain about its themes.
  private static final double PATIENT = 0.5;
  private static final double LIKELY_ENOUGH = 0.2;

  private final Classifier classifier;
  private final SentimentJudge sentiment;

  private ThemeJudge(Classifier classifier, SentimentJudge sentiment) {
    this.classifier = classifier;
    this.sentiment = sentiment;
  }

  public static ThemeJudge load(SentimentJudge sentiment) {
    return new ThemeJudge(Classifier.load("themes"), sentiment);
  }

  /** Every label of the theme framework, in alphabetical order. */
  public List<String> labels() {
    return classifier.labels().stream().sorted().toList();
  }

  /** Gives the themes, most certain first. */
  public List<ThemeOpinion> judge(Reading reading, double patientVoice) {
    if (reading.tokens().isEmpty()) {
      return List.of();
    }
    double[] scores = classifier.model().scores(reading.whole());
    var found = new ArrayList<ThemeOpinion>();
    int nearest = 0;
    double nearestBy = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      double by = classifier.calibration().probability(i, scores[i]) - classifier.threshold(i);
      if (by >= 0 && (patientVoice >= PATIENT || by >= (PATIENT - patientVoice))) {
        found.add(opinion(reading, i, scores[i], patientVoice));
      }
      if (by > nearestBy) {
        nearestBy = by;
        nearest = i;
      }
    }
    if (found.isEmpty()
        && patientVoice >= PATIENT
        && classifier.calibration().probability(nearest, scores[nearest]) >= LIKELY_ENOUGH) {
      found.add(opinion(reading, nearest, scores[nearest], patientVoice));
    }
    found.sort(Comparator.comparingDouble(ThemeOpinion::score).reversed());
    return found;
  }

  private ThemeOpinion opinion(Reading reading, int label, double score, double patientVoice) {
    int segment =
        reading.segments() == 1
            ? 0
            : reading.strongestSegment(classifier.model().contributions(reading.whole(), label));
    Span span = reading.span(segment);
    var feeling = sentiment.judge(reading.segment(segment), patientVoice);
    return new ThemeOpinion(
        classifier.labels().get(label),
        feeling.label(),
        span,
        classifier.calibration().probability(label, score));
  }

  /** Gives one reason for each theme found. */
  public List<Reason> reasons(List<ThemeOpinion> themes) {
    return themes.stream()
        .map(t -> new Reason("theme", "theme.words", t.theme(), t.span(), t.score()))
        .toList();
  }
}
