package org.bedside.understanding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.watch.Layers;

/**
 * Many watches made ready to be held against posts, all at once. The work for a post grows with the
 * watches that share a rare word with it, not with the number of watches. Immutable and
 * thread-safe: one set serves any number of threads, and a set made from it by a change shares what
 * didn't change.
 */
public final class WatchSet {

  private final Layers layers;

  private WatchSet(Layers layers) {
    this.layers = layers;
  }

  /**
   * Reads every watch. One that can't be read is left out and its error kept in {@link #errors};
   * watches that share an id stand for one another: the id is found when any of them matches.
   */
  public static WatchSet compile(List<Watch> watches) {
    return new WatchSet(Layers.compile(watches));
  }

  /** This set with a watch more, or with another query for an id that it has. */
  public WatchSet with(Watch watch) {
    return changed(List.of(watch), Set.of());
  }

  /** This set without the watches of an id. */
  public WatchSet without(String id) {
    return changed(List.of(), Set.of(id));
  }

  /**
   * This set with changes, as if compiled anew: each id of {@code put} has only the queries given
   * here, and is the last in the order of {@link #match}. Compiles about as many watches as are
   * given, and seldom more than a few thousand besides.
   *
   * @param put read as by {@link #compile}
   * @param removed ids whose watches are left out; those that the set doesn't have don't matter
   */
  public WatchSet changed(Collection<Watch> put, Collection<String> removed) {
    return new WatchSet(layers.changed(put, removed));
  }

  /** Whether changes have added up so far that {@link #compacted} is worth its time. */
  public boolean isScattered() {
    return layers.isScattered();
  }

  /**
   * The same set compiled anew, as quick to match as it can be. Takes as long as {@link #compile};
   * meanwhile this set serves on, and what changes has to be changed in the answer too.
   */
  public WatchSet compacted() {
    return new WatchSet(layers.compacted());
  }

  /** Of each watch that can't be read, by its id, why not. */
  public Map<String, WatchSyntaxException> errors() {
    return layers.errors();
  }

  /** How many ids can be found. */
  public int size() {
    return layers.size();
  }

  /** How many watches of this set both sets hold in the same compiled form, once for both. */
  public int sharedWith(WatchSet other) {
    return layers.sharedWith(other.layers);
  }

  /**
   * The ids of the watches that match, in the order in which the watches were given, each once.
   *
   * <p>Reads text, rating, author, url, source, lang and country of the post; what is null matches
   * no field.
   */
  public List<String> match(Post post) {
    return layers.match(post);
  }
}
