package org.bedside.listening.reviewpage;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page says in the words of schema.org.
 *
 * @param name of what is reviewed, or of the page
 * @param reviews in the page's order, each once
 * @param average over all reviews, shown here or not; null where the page doesn't say
 * @param next the page after this one
 */
record ReviewPage(
    String name, List<Review> reviews, @Nullable Average average, Optional<URI> next) {

  ReviewPage {
    reviews = List.copyOf(reviews);
  }

  /**
   * @param stars 0 to 5
   * @param count of reviews; 0 where it isn't said
   */
  record Average(double stars, int count) {}
}
