package org.bedside.listening;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The stories of the current organization: posts of the same text, published within thirty days of
 * each other, whatever source they came through. What comes in more than thirty days after a post
 * was published and came in itself no longer joins it. Call inside a transaction.
 */
public interface Stories {

  /** The story of each of the mentions that belong to one, by mention. */
  Map<Long, Long> of(Collection<Long> mentions);

  /** All mentions of each story, by story, in ascending order. */
  Map<Long, List<Long>> mentions(Collection<Long> stories);
}
