package org.bedside.understanding.teaching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.judge.Reading;

/** One post, held beside what the organization taught. */
final class Listening implements Hearing {

  private final Learned learned;
  private final Reading reading;
  private final float[] toBackground;
  private final float[] toTaught;

  Listening(Learned learned, Reading reading) {
    this.learned = learned;
    this.reading = reading;
    Sketch whole = learned.background().sketcher().whole(reading);
    toBackground = learned.background().shelf().likeness(whole);
    toTaught = learned.shelf().likeness(whole);
  }

  @Override
  public Sentiment sentiment(Sentiment base) {
    return learned.lessons().sentiment(base, toBackground, toTaught);
  }

  @Override
  public double[] themes(double[] base) {
    return learned.lessons().themes(base, toBackground, toTaught);
  }

  @Override
  public Urgency urgency(Urgency base) {
    return learned.lessons().urgency(base, toBackground, toTaught);
  }

  @Override
  public List<ThemeOpinion> ownThemes(IntFunction<SentimentLabel> feeling) {
    List<OwnThemeHead> heads = learned.ownThemes();
    double[] likely = new double[heads.size()];
    double[] loudest = new double[heads.size()];
    int[] at = new int[heads.size()];
    listen(toBackground, toTaught, likely);
    for (int clause = 0; clause < reading.segments() && !heads.isEmpty(); clause++) {
      double[] here = reading.segments() == 1 ? likely : clause(clause);
      for (int t = 0; t < here.length; t++) {
        likely[t] = Math.max(likely[t], here[t]);
        if (here[t] > loudest[t]) {
          loudest[t] = here[t];
          at[t] = clause;
        }
      }
    }
    var found = new ArrayList<ThemeOpinion>();
    for (int t = 0; t < likely.length; t++) {
      if (likely[t] >= heads.get(t).threshold() && !heads.get(t).isCounterexample(toTaught)) {
        found.add(
            new ThemeOpinion(
                heads.get(t).name(), feeling.apply(at[t]), reading.span(at[t]), likely[t]));
      }
    }
    found.sort(Comparator.comparingDouble(ThemeOpinion::score).reversed());
    return found;
  }

  private double[] clause(int index) {
    Sketch sketch = learned.background().sketcher().clause(reading, index);
    double[] likely = new double[learned.ownThemes().size()];
    listen(learned.background().shelf().likeness(sketch), learned.shelf().likeness(sketch), likely);
    return likely;
  }

  private void listen(float[] background, float[] taught, double[] into) {
    for (int t = 0; t < into.length; t++) {
      into[t] = learned.ownThemes().get(t).probability(background, taught);
    }
  }
}
