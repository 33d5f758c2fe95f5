package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bedside.understanding.Span;

/** Puts spans in order. */
final class Spans {

  private Spans() {}

  /** The same stretches from left to right, those that overlap made one. */
  static List<Span> joined(List<Span> spans) {
    List<Span> sorted =
        spans.stream()
            .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
            .toList();
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      if (!joined.isEmpty() && span.start() < joined.getLast().end()) {
        Span before = joined.removeLast();
        joined.add(new Span(before.start(), Math.max(before.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }
}
