package org.bedside.understanding.watch;

import java.util.List;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/** A query made ready to be held against posts. Immutable. */
sealed interface Plan {

  boolean matches(PostTerms post);

  /**
   * Collects the words that make the post match, in no order.
   *
   * @param within only stretches inside one of these count; all where null
   */
  void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans);

  /** A plan whose matches are stretches of the text. */
  sealed interface Placed extends Plan
      permits AnyPlaced, Word, PhrasePlan, WindowPlan, NearPlan, RawPlan {

    /** Adds every stretch that matches. */
    void stretches(PostTerms post, Stretches found);
  }

  record All(List<Plan> parts) implements Plan {
    @Override
    public boolean matches(PostTerms post) {
      for (Plan part : parts) {
        if (!part.matches(post)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
      for (Plan part : parts) {
        part.highlight(post, within, spans);
      }
    }
  }

  record Any(List<Plan> parts) implements Plan {
    @Override
    public boolean matches(PostTerms post) {
      for (Plan part : parts) {
        if (part.matches(post)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
      for (Plan part : parts) {
        if (part.matches(post)) {
          part.highlight(post, within, spans);
        }
      }
    }
  }

  /** An OR between words that stand near others. */
  record AnyPlaced(List<Placed> parts) implements Placed {
    @Override
    public boolean matches(PostTerms post) {
      for (Placed part : parts) {
        if (part.matches(post)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void stretches(PostTerms post, Stretches found) {
      for (Placed part : parts) {
        part.stretches(post, found);
      }
    }

    @Override
    public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
      for (Placed part : parts) {
        part.highlight(post, within, spans);
      }
    }
  }

  record Not(Plan part) implements Plan {
    @Override
    public boolean matches(PostTerms post) {
      return !part.matches(post);
    }

    @Override
    public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {}
  }

  record Rating(double least, double most) implements Plan {
    @Override
    public boolean matches(PostTerms post) {
      return post.rating() >= least && post.rating() <= most;
    }

    @Override
    public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {}
  }

  /** One word, or the value of a field. */
  record Word(int key) implements Placed {
    @Override
    public boolean matches(PostTerms post) {
      return post.has(key);
    }

    @Override
    public void stretches(PostTerms post, Stretches found) {
      for (int o = post.first(key); o >= 0; o = post.next(o)) {
        found.add(post.position(o), post.lastPosition(o));
      }
    }

    @Override
    public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
      for (int o = post.first(key); o >= 0; o = post.next(o)) {
        if (post.start(o) >= 0
            && (within == null || within.hold(post.position(o), post.lastPosition(o)))) {
          spans.add(new Span(post.start(o), post.end(o)));
        }
      }
    }
  }
}
