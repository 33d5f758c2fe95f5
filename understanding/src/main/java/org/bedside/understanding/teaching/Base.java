package org.bedside.understanding.teaching;

import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.judge.Reading;

/** What the models say that nobody taught. */
public interface Base {

  /** Reads a post. */
  Reading read(Post post);

  /** How the writer feels. */
  Sentiment sentiment(Reading reading);

  /** The probability of each theme, in the order of {@link #themes()}. */
  double[] themes(Reading reading);

  /** The labels of the theme framework. */
  List<String> themes();

  /** How soon a person must look. */
  Urgency urgency(Reading reading);
}
