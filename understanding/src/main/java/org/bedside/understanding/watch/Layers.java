package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.Post;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSyntaxException;

/**
 * Watches in a few segments, the oldest first and usually by far the largest. A change makes a new
 * small segment and marks in the older ones what no longer counts; small segments are compiled
 * together as they add up. A post is taken apart once for all of them. Immutable and thread-safe.
 */
public final class Layers {

  /** Compiled anew with every watch that is added, while there are no more. */
  private static final int RECENT = 64;

  /** Segments are not put together to more than this while somebody waits. */
  private static final int MIDDLE = 4096;

  /** From here on a post takes noticeably longer than with one segment. */
  private static final int MANY = 6;

  /** Then all but the oldest are put together even while somebody waits. */
  private static final int MOST = 16;

  private final List<Layer> layers;
  private final Map<String, WatchSyntaxException> errors;
  private final Matchers matchers;
  private final Prefixes prefixes;
  private final List<Dictionary> dictionaries;

  private Layers(List<Layer> layers, Map<String, WatchSyntaxException> errors, Matchers matchers) {
    this.layers = List.copyOf(layers);
    this.errors = Collections.unmodifiableMap(errors);
    this.matchers = matchers;
    Prefixes all = Prefixes.NONE;
    for (Layer layer : layers) {
      all = all.or(layer.segment().index().prefixes());
    }
    prefixes = all;
    dictionaries = layers.stream().map(layer -> layer.segment().index().dictionary()).toList();
  }

  /** All in one segment. */
  public static Layers compile(Iterable<Watch> watches) {
    Map<String, WatchSyntaxException> errors = new LinkedHashMap<>();
    Segment segment = Segment.compile(watches, errors);
    return new Layers(List.of(Layer.of(segment)), errors, new Matchers());
  }

  /** These watches in the place of all of their ids, at the end; without those of other ids. */
  public Layers changed(Collection<Watch> put, Collection<String> removed) {
    Set<String> ids = new LinkedHashSet<>(removed);
    put.forEach(watch -> ids.add(watch.id()));
    Map<String, WatchSyntaxException> unread = errors;
    if (!put.isEmpty() || !Collections.disjoint(errors.keySet(), ids)) {
      unread = new LinkedHashMap<>(errors);
      unread.keySet().removeAll(ids);
    }
    List<Layer> next = new ArrayList<>();
    for (Layer layer : layers) {
      keep(next, layer.without(ids));
    }
    keep(next, Layer.of(Segment.compile(put, unread)));
    while (next.size() > 1 && belongTogether(next.get(next.size() - 2), next.getLast())) {
      merge(next, next.size() - 2);
    }
    if (next.size() > MOST) {
      merge(next, 1);
    }
    return new Layers(next, unread, matchers);
  }

  private static void keep(List<Layer> layers, Layer layer) {
    if (layer.live() > 0) {
      layers.add(layer);
    }
  }

  private static boolean belongTogether(Layer one, Layer other) {
    int both = one.live() + other.live();
    return both <= (other.live() < RECENT ? RECENT : MIDDLE);
  }

  /** Puts the layers from this one on together. */
  private static void merge(List<Layer> layers, int from) {
    List<Layer> last = layers.subList(from, layers.size());
    List<Watch> watches = new ArrayList<>();
    last.forEach(layer -> layer.collect(watches));
    last.clear();
    layers.add(Layer.of(Segment.compile(watches, new LinkedHashMap<>())));
  }

  /** Whether {@link #compacted} would make matching faster or free much memory. */
  public boolean isScattered() {
    int gone = layers.stream().mapToInt(layer -> layer.segment().distinct() - layer.live()).sum();
    return layers.size() > MANY || gone > MIDDLE + size();
  }

  /** The same watches, all compiled anew into one segment. */
  public Layers compacted() {
    List<Layer> all = new ArrayList<>(layers);
    if (all.size() > 1 || (all.size() == 1 && !all.getFirst().isWhole())) {
      merge(all, 0);
    }
    return new Layers(all, errors, matchers);
  }

  /** Of each watch that can't be read, by its id, why not. */
  public Map<String, WatchSyntaxException> errors() {
    return errors;
  }

  /** How many ids can be found. */
  public int size() {
    return layers.stream().mapToInt(Layer::live).sum();
  }

  /** How many watches of this set were not compiled anew since the other one. */
  public int sharedWith(Layers other) {
    return layers.stream()
        .filter(layer -> other.layers.stream().anyMatch(o -> o.segment() == layer.segment()))
        .mapToInt(Layer::live)
        .sum();
  }

  /** The ids of the watches that match, the oldest watch first, each once. */
  public List<String> match(Post post) {
    Matcher matcher = matchers.take();
    matcher.read(post, prefixes, dictionaries);
    List<String> matched = List.of();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      int[] found = matcher.match(layer.segment().index(), i);
      if (found.length > 0) {
        matched = matched.isEmpty() ? new ArrayList<>(found.length) : matched;
        add(layer, found, matched);
      }
    }
    matchers.giveBack(matcher);
    return Collections.unmodifiableList(matched);
  }

  private static void add(Layer layer, int[] found, List<String> matched) {
    int count = layer.segment().firsts(found);
    for (int i = 0; i < count; i++) {
      if (!layer.isGone(found[i])) {
        matched.add(layer.segment().id(found[i]));
      }
    }
  }
}
