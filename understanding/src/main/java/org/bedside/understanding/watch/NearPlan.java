package org.bedside.understanding.watch;

import java.util.List;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/** Two stretches apart by at most so many words; of the stretches it makes, the shortest. */
record NearPlan(Plan.Placed left, Plan.Placed right, int between, boolean ordered)
    implements Plan.Placed {
  @Override
  public boolean matches(PostTerms post) {
    if (!left.matches(post) || !right.matches(post)) {
      return false;
    }
    Stretches found = post.borrow();
    stretches(post, found);
    post.giveBack();
    return found.size() > 0;
  }

  @Override
  public void stretches(PostTerms post, Stretches found) {
    Stretches ones = post.borrow();
    left.stretches(post, ones);
    Stretches others = post.borrow();
    right.stretches(post, others);
    Stretches here = post.borrow();
    if (ones.size() > 0 && others.size() > 0) {
      pairs(post, ones, others, here);
      if (!ordered) {
        pairs(post, others, ones, here);
      }
      here.keepShortest();
      found.addAll(here);
    }
    post.giveBack();
    post.giveBack();
    post.giveBack();
  }

  /**
   * For each earlier stretch the later one in reach that ends first: any other would only make a
   * longer whole. The later ones in reach are a window that moves on, with its least end kept at
   * the front of a queue.
   */
  private void pairs(PostTerms post, Stretches earlier, Stretches later, Stretches found) {
    Stretches byEnd = post.borrow();
    byEnd.addAll(earlier);
    byEnd.turn();
    byEnd.sort();
    later.sort();
    int[] queue = post.counts(later.size());
    int head = 0;
    int tail = 0;
    int entering = 0;
    for (int i = 0; i < byEnd.size(); i++) {
      int end = byEnd.first(i);
      int furthest = end + 1 + between;
      for (; entering < later.size() && later.first(entering) <= furthest; entering++) {
        while (tail > head && later.last(queue[tail - 1]) >= later.last(entering)) {
          tail--;
        }
        queue[tail++] = entering;
      }
      while (head < tail && later.first(queue[head]) <= end) {
        head++;
      }
      if (head < tail) {
        found.add(byEnd.last(i), later.last(queue[head]));
      }
    }
    post.giveBack();
  }

  @Override
  public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
    Stretches found = post.borrow();
    stretches(post, found);
    found.keepInside(within);
    left.highlight(post, found, spans);
    right.highlight(post, found, spans);
    post.giveBack();
  }
}
