package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds mentions of the current organization in the order of their ids. */
public interface MentionSearch {

  /**
   * The ids of assessed mentions above {@code after}.
   *
   * @param text words to search for, or null for all
   * @param source only those of this source, or null for all
   */
  List<Long> after(long after, @Nullable String text, @Nullable UUID source, int limit);
}
