package org.bedside.understanding.about;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that are some entry's name.
 *
 * @param from the first word
 * @param to the word after the last
 * @param mark the mark of a handle or hashtag, or a space
 * @param place the place that was part of the handle
 */
record Match(int from, int to, List<Name> names, char mark, @Nullable String place) {

  boolean isHandle() {
    return mark != ' ';
  }
}
