package org.bedside.understanding.teaching;

import java.util.List;
import java.util.function.IntFunction;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;

/** Where nothing was taught, everything stays as it is. */
enum Silence implements Hearing {
  SILENCE;

  @Override
  public Sentiment sentiment(Sentiment base) {
    return base;
  }

  @Override
  public double[] themes(double[] base) {
    return base;
  }

  @Override
  public Urgency urgency(Urgency base) {
    return base;
  }

  @Override
  public List<ThemeOpinion> ownThemes(IntFunction<SentimentLabel> feeling) {
    return List.of();
  }
}
