package org.bedside.understanding.watch;

import java.util.List;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/** Exactly these characters, found by a word or a sign in them. */
record RawPlan(String literal, int key, int lead, int words) implements Plan.Placed {
  @Override
  public boolean matches(PostTerms post) {
    return next(post, post.first(key)) >= 0;
  }

  private int next(PostTerms post, int occurrence) {
    for (int o = occurrence; o >= 0; o = post.next(o)) {
      if (isHere(post.text(), post.start(o) - lead)) {
        return o;
      }
    }
    return -1;
  }

  private boolean isHere(String text, int from) {
    int to = from + literal.length();
    return from >= 0
        && text.startsWith(literal, from)
        && !splits(text, from)
        && !splits(text, to)
        && !(from > 0
            && Letters.joins(text.codePointBefore(from))
            && Letters.joins(text.codePointAt(from)))
        && !(to < text.length()
            && Letters.joins(text.codePointBefore(to))
            && Letters.joins(text.codePointAt(to)));
  }

  /** Whether this place lies between the halves of one character. */
  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  @Override
  public void stretches(PostTerms post, Stretches found) {
    for (int o = next(post, post.first(key)); o >= 0; o = next(post, post.next(o))) {
      found.add(post.position(o), post.position(o) + words - 1);
    }
  }

  @Override
  public void highlight(PostTerms post, @Nullable Stretches within, List<Span> spans) {
    for (int o = next(post, post.first(key)); o >= 0; o = next(post, post.next(o))) {
      if (within == null || within.hold(post.position(o), post.position(o) + words - 1)) {
        int from = post.start(o) - lead;
        spans.add(new Span(from, from + literal.length()));
      }
    }
  }
}
