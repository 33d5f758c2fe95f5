package org.bedside.understanding.teaching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.bedside.understanding.Lesson;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.judge.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Learns from corrections what to change of the base models' odds. The background is taught to stay
 * as it is, so that what is learned of some posts doesn't spill over all of them.
 */
final class LessonFitting {

  private static final double PULL = 20;
  private static final double STAY = 2;
  private static final double CALM = 0.25;
  private static final double NEWS = 0.2;

  // So far beyond doubt is a corrected post judged, in log-odds: a theme must be plain to be given.
  private static final double PLAIN = 1.5;

  private final Base base;
  private final Teacher.Texts texts;
  private final Likenesses likenesses;

  LessonFitting(Base base, Teacher.Texts texts, Likenesses likenesses) {
    this.base = base;
    this.texts = texts;
    this.likenesses = likenesses;
  }

  LessonHeads fit(List<Lesson> lessons) {
    Map<Integer, Lesson.OfSentiment> feelings = new TreeMap<>();
    Map<Integer, Lesson.OfThemes> themes = new TreeMap<>();
    Map<Integer, Lesson.OfUrgency> urgencies = new TreeMap<>();
    for (Lesson lesson : lessons) {
      int number = texts.number(lesson.post());
      switch (lesson) {
        case Lesson.OfSentiment of -> feelings.put(number, of);
        case Lesson.OfThemes of -> themes.put(number, of);
        case Lesson.OfUrgency of -> urgencies.put(number, of);
      }
    }
    return new LessonHeads(feelings(feelings), themes(themes), haste(urgencies));
  }

  private List<Weights> feelings(Map<Integer, Lesson.OfSentiment> lessons) {
    if (lessons.isEmpty()) {
      return List.of();
    }
    var heads = new ArrayList<Weights>();
    int[] chosen = numbers(lessons);
    var taught = List.copyOf(lessons.values());
    Sentiment[] said = new Sentiment[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      said[i] = base.sentiment(texts.reading(chosen[i]));
    }
    var behind = likenesses.texts().readings().stream().map(base::sentiment).toList();
    float[][] near = likenesses.of(chosen, Likeness::near);
    List<ToDoubleFunction<Sentiment>> shares =
        List.of(Sentiment::negative, Sentiment::neutral, Sentiment::positive);
    for (int label = 0; label < shares.size(); label++) {
      double[] before = new double[near.length];
      double[] wanted = new double[near.length];
      for (int i = 0; i < near.length; i++) {
        int lesson = i - behind.size();
        double share = shares.get(label).applyAsDouble(lesson < 0 ? behind.get(i) : said[lesson]);
        before[i] = Odds.of(share);
        wanted[i] =
            lesson < 0
                ? Odds.probability(before[i])
                : taught.get(lesson).label() == LessonHeads.LABELS.get(label) ? 1 : 0;
      }
      heads.add(
          likenesses.spread(
              Fit.weights(near, harder(before, wanted), wanted, pulls(near.length)), chosen));
    }
    return heads;
  }

  private Map<Integer, Weights> themes(Map<Integer, Lesson.OfThemes> lessons) {
    Map<Integer, Weights> heads = new HashMap<>();
    if (lessons.isEmpty()) {
      return heads;
    }
    int[] chosen = numbers(lessons);
    var taught = List.copyOf(lessons.values());
    float[][] near = likenesses.of(chosen, Likeness::near);
    double[][] said = new double[near.length][];
    for (int i = 0; i < near.length; i++) {
      int lesson = i - likenesses.background();
      Reading reading =
          lesson < 0 ? likenesses.texts().readings().get(i) : texts.reading(chosen[lesson]);
      said[i] = base.themes(reading);
    }
    List<String> labels = base.themes();
    for (int label = 0; label < labels.size(); label++) {
      double[] before = new double[near.length];
      double[] wanted = new double[near.length];
      for (int i = 0; i < near.length; i++) {
        int lesson = i - likenesses.background();
        before[i] = Odds.of(said[i][label]);
        wanted[i] =
            lesson < 0
                ? Odds.probability(before[i])
                : taught.get(lesson).themes().contains(labels.get(label)) ? 1 : 0;
      }
      if (isNews(before, wanted)) {
        double[] weights = Fit.weights(near, harder(before, wanted), wanted, pulls(near.length));
        heads.put(label, likenesses.spread(weights, chosen));
      }
    }
    return heads;
  }

  /** The odds as they would be if the lessons were harder to follow than they are. */
  private double[] harder(double[] before, double[] wanted) {
    double[] harder = before.clone();
    for (int i = likenesses.background(); i < harder.length; i++) {
      harder[i] += wanted[i] > 0.5 ? -PLAIN : PLAIN;
    }
    return harder;
  }

  /** Whether any of it says something other than is held likely already. */
  private static boolean isNews(double[] before, double[] wanted) {
    for (int i = 0; i < before.length; i++) {
      if (Math.abs(wanted[i] - Odds.probability(before[i])) > NEWS) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Weights haste(Map<Integer, Lesson.OfUrgency> lessons) {
    if (lessons.isEmpty()) {
      return null;
    }
    int[] chosen = numbers(lessons);
    var taught = List.copyOf(lessons.values());
    float[][] near = likenesses.of(chosen, Likeness::near);
    double[] missing = new double[near.length];
    for (int i = 0; i < chosen.length; i++) {
      Reading reading = texts.reading(chosen[i]);
      missing[likenesses.background() + i] =
          LessonHeads.LEVELS.indexOf(taught.get(i).level())
              - LessonHeads.LEVELS.indexOf(base.urgency(reading).level());
    }
    return likenesses.spread(Fit.amounts(near, missing, CALM), chosen);
  }

  private double[] pulls(int length) {
    double[] pulls = new double[length];
    for (int i = 0; i < length; i++) {
      pulls[i] = i < likenesses.background() ? STAY : PULL;
    }
    return pulls;
  }

  private static int[] numbers(Map<Integer, ? extends Lesson> lessons) {
    return lessons.keySet().stream().mapToInt(number -> number).toArray();
  }
}
