package org.bedside.understanding.judge;

import java.util.List;
import java.util.Locale;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.judge.Words.Wording;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.Features;
import org.jspecify.annotations.Nullable;

/**
 * Judges how the writer feels. Two models speak: one that learned from short public posts, one that
 * learned from answers of patients. How much each counts depends on how much the text reads like a
 * patient's. The star rating is not looked at: where stars and words disagree, the words decide.
 */
public final class SentimentJudge {

  /** How the encoder and the linear model speak of one clause: fitted on opinions in posts. */
  public static final String OPINIONS = "opinions";

  // How the five grades of patient feedback and the three labels of posts translate. Without the
  // encoder, the model of posts helps with the grades; with it, it was worse on rows kept back.
  private static final double POSTS_IN_GRADES = 0.3;
  private static final double POSTS_IN_LABEL = 0.5;
  // How often a patient gives each grade where the model of public posts says negative, neutral or
  // positive.
  private static final double[][] PATIENTS_OF_LABEL = {
    {0.04, 0.08, 0.15, 0.45, 0.28}, {0.25, 0.25, 0.2, 0.25, 0.05}, {0.55, 0.35, 0.05, 0.04, 0.01}
  };
  private static final double[][] GRADES_OF_LABEL = {
    {0, 0, 0, 0.7, 0.3}, {0, 0.1, 0.8, 0.1, 0}, {0.5, 0.5, 0, 0, 0}
  };
  private static final int[] LABEL_OF_GRADE = {2, 2, 1, 0, 0};
  private static final List<SentimentLabel> LABELS =
      List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);
  private static final int MOST_REASONS = 3;

  private final Voices posts;
  private final Voices clauses;
  private final Voices grades;
  private final Classifier domain;

  private SentimentJudge(Voices posts, Voices clauses, Voices grades, Classifier domain) {
    this.posts = posts;
    this.clauses = clauses;
    this.grades = grades;
    this.domain = domain;
  }

  /** Reads its weights; without the encoder's say where that is null. */
  public static SentimentJudge load(@Nullable Encoded encoded) {
    Voices posts = Voices.load("sentiment", encoded);
    return new SentimentJudge(
        posts,
        encoded == null ? posts : posts.blendedFor(OPINIONS, encoded),
        Voices.load("scale5", encoded),
        Classifier.load("domain"));
  }

  /** The same weights without the encoder's say. */
  public SentimentJudge quick() {
    return new SentimentJudge(posts.quick(), clauses.quick(), grades.quick(), domain);
  }

  /** How much a text reads like a patient speaking of care, 0 to 1. */
  public double patientVoice(Features features) {
    return domain.probabilities(features)[0];
  }

  /** Judges a whole text. */
  public Sentiment judge(Reading reading, double patientVoice) {
    return judge(posts, reading.whole(), reading.mean(), patientVoice);
  }

  /** Judges one clause of a text. */
  public Sentiment judge(Reading reading, int segment, double patientVoice) {
    // the encoder learned how parts of a text feel for the three labels alone, not for the grades
    double byGrades = posts.isEncoded() ? 0 : patientVoice;
    return judge(clauses, reading.segment(segment), reading.mean(segment), byGrades);
  }

  private Sentiment judge(
      Voices tones, Features features, float @Nullable [] mean, double patientVoice) {
    double[] three = tones.shares(features, mean);
    double[] five = grades.shares(features, mean);
    if (!grades.isEncoded()) {
      five = blended(five, three);
    }
    double[] labels = new double[3];
    double[] scale = new double[5];
    for (int i = 0; i < 3; i++) {
      labels[i] += (1 - patientVoice) * three[i];
      for (int g = 0; g < 5; g++) {
        scale[g] += (1 - patientVoice) * three[i] * GRADES_OF_LABEL[i][g];
      }
    }
    for (int i = 0; i < 3; i++) {
      labels[i] += patientVoice * POSTS_IN_LABEL * three[i];
    }
    for (int g = 0; g < 5; g++) {
      labels[LABEL_OF_GRADE[g]] += patientVoice * (1 - POSTS_IN_LABEL) * five[g];
      scale[g] += patientVoice * five[g];
    }
    return new Sentiment(
        LABELS.get(highest(labels)), labels[0], labels[1], labels[2], highest(scale) + 1);
  }

  /** Gives the words that the label rests on. */
  public List<Reason> reasons(Reading reading, Sentiment sentiment, double patientVoice) {
    String label = sentiment.label().name().toLowerCase(Locale.ROOT);
    var wording = new Wording("sentiment", "sentiment.words", "sentiment.whole", label);
    double confidence =
        switch (sentiment.label()) {
          case NEGATIVE -> sentiment.negative();
          case NEUTRAL -> sentiment.neutral();
          case POSITIVE -> sentiment.positive();
        };
    return patientVoice > 0.5
        ? Words.reasons(reading, grades, sentiment.scale5() - 1, wording, confidence, MOST_REASONS)
        : Words.reasons(
            reading, posts, LABELS.indexOf(sentiment.label()), wording, confidence, MOST_REASONS);
  }

  /** The grades with the posts model's view multiplied in, as a weighted geometric mean. */
  private static double[] blended(double[] five, double[] three) {
    double[] blended = new double[5];
    double sum = 0;
    for (int g = 0; g < 5; g++) {
      double expected = 0.02;
      for (int i = 0; i < 3; i++) {
        expected += three[i] * PATIENTS_OF_LABEL[i][g];
      }
      blended[g] = Math.pow(five[g], 1 - POSTS_IN_GRADES) * Math.pow(expected, POSTS_IN_GRADES);
      sum += blended[g];
    }
    for (int g = 0; g < 5; g++) {
      blended[g] /= sum;
    }
    return blended;
  }

  private static int highest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
