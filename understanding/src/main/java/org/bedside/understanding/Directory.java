package org.bedside.understanding;

import java.util.List;
import org.bedside.understanding.about.Gazetteer;

/**
 * The providers and places that posts may speak of, made ready once and used for many posts.
 * Immutable and thread-safe.
 */
public final class Directory {

  /** Knows nobody. */
  public static final Directory EMPTY = of(List.of());

  private final Gazetteer gazetteer;

  private Directory(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Makes entries ready; later changes of the list don't show. */
  public static Directory of(List<DirectoryEntry> entries) {
    return new Directory(Gazetteer.of(entries));
  }

  List<About> find(String text) {
    return gazetteer.find(text);
  }
}
