package org.bedside.understanding.teaching;

import java.util.List;
import java.util.function.IntFunction;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;

/** What was taught, asked about one post. Not thread-safe; lives for one post. */
public interface Hearing {

  /** The feeling, as the lessons would have it. */
  Sentiment sentiment(Sentiment base);

  /** The probabilities of the framework's themes, as the lessons would have them. */
  double[] themes(double[] base);

  /** The urgency, as the lessons would have it. */
  Urgency urgency(Urgency base);

  /**
   * The organization's own themes that the post speaks of, most certain first.
   *
   * @param feeling of a clause, by its number
   */
  List<ThemeOpinion> ownThemes(IntFunction<SentimentLabel> feeling);
}
