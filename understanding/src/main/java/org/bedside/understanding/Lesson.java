package org.bedside.understanding;

import java.util.List;

/** What a person said of a post in the place of the software's judgement. */
public sealed interface Lesson {

  /** The post as the person saw it. */
  Post post();

  /** How the writer feels. */
  record OfSentiment(Post post, SentimentLabel label) implements Lesson {}

  /**
   * What the post speaks of.
   *
   * @param themes all of them: labels of the framework and names of own themes; names that are
   *     neither are passed over
   */
  record OfThemes(Post post, List<String> themes) implements Lesson {

    public OfThemes {
      themes = List.copyOf(themes);
    }
  }

  /** How soon a person must look. */
  record OfUrgency(Post post, Urgency.Level level) implements Lesson {}
}
