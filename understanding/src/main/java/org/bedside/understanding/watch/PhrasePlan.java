package org.bedside.understanding.watch;

import java.util.List;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/** Words side by side, looked for from the rarest of them, the pivot. */
final class PhrasePlan implements Plan.Placed {

  private final int[] keys;
  private final int pivot;

  PhrasePlan(int[] keys, int pivot) {
    this.keys = keys;
    this.pivot = pivot;
  }

  @Override
  public boolean matches(PostTerms post) {
    return next(post, post.first(keys[pivot])) >= 0;
  }

  /** This occurrence of the pivot or the next one that stands in the phrase, or -1. */
  private int next(PostTerms post, int occurrence) {
    for (int o = occurrence; o >= 0; o = post.next(o)) {
      if (isHere(post, post.position(o) - pivot)) {
        return o;
      }
    }
    return -1;
  }

  private boolean isHere(PostTerms post, int place) {
    for (int i = 0; i < keys.length; i++) {
      if (!post.isAt(place + i, keys[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void stretches(PostTerms post, Stretches found) {
    for (int o = next(post, post.first(keys[pivot])); o >= 0; o = next(post, post.next(o))) {
      int place = post.position(o) - pivot;
      found.add(place, place + keys.length - 1);
    }
  }

  @Override
  public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
    for (int o = next(post, post.first(keys[pivot])); o >= 0; o = next(post, post.next(o))) {
      int place = post.position(o) - pivot;
      if (post.start(o) >= 0 && (within == null || within.hold(place, place + keys.length - 1))) {
        spans.add(new Span(edge(post, place, 0).start(), edge(post, place, 1).end()));
      }
    }
  }

  /** The span of the first or the last word of the phrase. */
  private Span edge(PostTerms post, int place, int side) {
    int index = side * (keys.length - 1);
    return post.span(place + index, keys[index]);
  }
}
