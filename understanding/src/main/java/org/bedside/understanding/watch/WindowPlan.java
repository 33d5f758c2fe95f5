package org.bedside.understanding.watch;

import java.util.List;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/** Words in any order within a stretch. One word can stand for two patterns that both fit it. */
final class WindowPlan implements Plan.Placed {

  private final int[] keys;
  private final int[] times;
  private final int widest;

  /**
   * @param keys each once
   * @param times how often each must occur
   * @param widest positions from the first to the last, both counted
   */
  WindowPlan(int[] keys, int[] times, int widest) {
    this.keys = keys;
    this.times = times;
    this.widest = widest;
  }

  @Override
  public boolean matches(PostTerms post) {
    for (int key : keys) {
      if (!post.has(key)) {
        return false;
      }
    }
    Stretches found = post.borrow();
    stretches(post, found);
    post.giveBack();
    return found.size() > 0;
  }

  @Override
  public void stretches(PostTerms post, Stretches found) {
    Stretches places = post.borrow();
    for (int i = 0; i < keys.length; i++) {
      for (int o = post.first(keys[i]); o >= 0; o = post.next(o)) {
        places.add(post.position(o), i);
      }
    }
    places.sort();
    Stretches here = post.borrow();
    int[] counts = post.counts(keys.length);
    int lacking = keys.length;
    int left = 0;
    for (int right = 0; right < places.size(); right++) {
      int key = places.last(right);
      lacking -= ++counts[key] == times[key] ? 1 : 0;
      while (lacking == 0) {
        if (places.first(right) - places.first(left) < widest) {
          here.add(places.first(left), places.first(right));
        }
        int leaving = places.last(left++);
        lacking += counts[leaving]-- == times[leaving] ? 1 : 0;
      }
    }
    here.keepShortest();
    found.addAll(here);
    post.giveBack();
    post.giveBack();
  }

  @Override
  public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
    Stretches found = post.borrow();
    stretches(post, found);
    found.keepInside(within);
    for (int key : keys) {
      for (int o = post.first(key); o >= 0; o = post.next(o)) {
        if (post.start(o) >= 0 && found.hold(post.position(o), post.position(o))) {
          spans.add(new Span(post.start(o), post.end(o)));
        }
      }
    }
    post.giveBack();
  }
}
