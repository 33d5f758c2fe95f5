package org.bedside.wordings;

import java.util.List;
import java.util.Set;
import org.bedside.understanding.Post;

/**
 * What a reply is sought for.
 *
 * @param post read by the guard alone; none of its words come into a suggestion
 * @param occasions what the post is
 * @param themes what it is about, strongest first
 * @param language that the reply is written in
 * @param lately what was answered last where the post stands, so that the next begins otherwise
 */
public record Ask(
    Post post,
    Set<Occasion> occasions,
    List<String> themes,
    Language language,
    NetworkText network,
    Values values,
    List<String> lately) {

  public Ask {
    occasions = Set.copyOf(occasions);
    themes = List.copyOf(themes);
    lately = List.copyOf(lately);
  }
}
