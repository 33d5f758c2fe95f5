package org.bedside.understanding.asks;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Span;
import org.bedside.understanding.patterns.PatternBook;
import org.bedside.understanding.patterns.PatternBook.Hit;
import org.bedside.understanding.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a writer asks to change: suggestions, wishes, demands. Immutable and thread-safe; time
 * linear in the text's length.
 */
public final class AskFinder {

  private final PatternBook book = PatternBook.load(AskFinder.class, "asks.patterns");

  /** The sentences of {@code text} that ask for something, in order. */
  public List<Span> find(String text) {
    return find(text, null);
  }

  /**
   * The same, knowing what the writer was asked: an answer to "What could we do better?" is all ask
   * but for the sentences that say "nothing" or only praise.
   */
  public List<Span> find(String text, @Nullable String question) {
    Words words = Words.of(text);
    if (words.size() == 0) {
      return List.of();
    }
    int sentences = words.sentence(words.size() - 1) + 1;
    boolean[] asks = new boolean[sentences];
    boolean[] content = new boolean[sentences];
    for (Hit hit : book.hits(words)) {
      int sentence = words.sentence(hit.from());
      switch (hit.section().name()) {
        case "ask" -> asks[sentence] = true;
        case "content" -> content[sentence] = true;
        default -> throw new IllegalStateException(hit.section().name());
      }
    }
    boolean invited = question != null && invites(question);
    List<Span> spans = new ArrayList<>();
    for (int from = 0; from < words.size(); ) {
      int to = from + 1;
      int sentence = words.sentence(from);
      while (to < words.size() && words.sentence(to) == sentence) {
        to++;
      }
      if (asks[sentence] || (invited && !content[sentence])) {
        add(spans, words.span(from, to), text);
      }
      from = to;
    }
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, Span span, String text) {
    // one wish spread over neighbouring sentences on a line is one ask
    if (!spans.isEmpty() && text.substring(spans.getLast().end(), span.start()).isBlank()) {
      spans.set(spans.size() - 1, new Span(spans.getLast().start(), span.end()));
    } else {
      spans.add(span);
    }
  }

  private boolean invites(String question) {
    Words words = Words.of(question);
    for (int i = 0; i < words.size(); i++) {
      switch (words.form(i)) {
        case "better",
            "improve",
            "improved",
            "improvement",
            "change",
            "differently",
            "suggest",
            "suggestions",
            "mejorar",
            "mejor",
            "cambiar",
            "sugerencias" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
