package org.bedside.understanding;

import java.util.List;

/**
 * All that was understood of one post.
 *
 * @param id the post's id
 * @param language ISO 639-1 code, or {@code und} where it can't be told
 * @param offensive probability, 0 to 1
 * @param asks what the writer asks to change
 * @param reasons at least one for each judgement other than "nothing found"
 */
public record Assessment(
    String id,
    String language,
    Sentiment sentiment,
    double offensive,
    List<ThemeOpinion> themes,
    List<Identifier> identifiers,
    Urgency urgency,
    Disaster disaster,
    List<Span> asks,
    List<About> about,
    List<Reason> reasons) {

  public Assessment {
    themes = List.copyOf(themes);
    identifiers = List.copyOf(identifiers);
    asks = List.copyOf(asks);
    about = List.copyOf(about);
    reasons = List.copyOf(reasons);
  }
}
