package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;

/** One query by itself, to try it on posts and to show what matched. Immutable and thread-safe. */
public final class OneQuery {

  private final List<Dictionary> dictionaries;
  private final Prefixes prefixes;
  private final Plan plan;
  private final Matchers matchers = new Matchers();

  public OneQuery(Query query) {
    KeyBook book = new KeyBook();
    Planner.keys(query, book::use);
    dictionaries = List.of(book.dictionary());
    prefixes = book.prefixes();
    plan = new Planner(book).plan(query);
  }

  /** Whether the post matches. */
  public boolean matches(Post post) {
    Matcher matcher = matchers.take();
    matcher.read(post, prefixes, dictionaries);
    boolean matches = plan.matches(matcher.terms(0));
    matchers.giveBack(matcher);
    return matches;
  }

  /** The words that make the post match; empty when it doesn't. */
  public List<Span> highlight(Post post) {
    Matcher matcher = matchers.take();
    matcher.read(post, prefixes, dictionaries);
    PostTerms terms = matcher.terms(0);
    List<Span> spans = new ArrayList<>();
    if (plan.matches(terms)) {
      plan.highlight(terms, null, spans);
    }
    matchers.giveBack(matcher);
    return Spans.joined(spans);
  }
}
