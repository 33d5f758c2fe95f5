package org.bedside.listening.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.StoredPost;
import org.bedside.ui.Excerpt;
import org.bedside.understanding.Span;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a query would have matched among stored posts, or where it can't be read.
 *
 * @param looked how many posts it was held against
 */
public record WatchPreview(
    @Nullable Problem problem, int looked, int matched, List<Sample> samples) {

  private static final int SHOWN = 12;
  private static final int BEFORE = 80;
  private static final int LENGTH = 320;

  public WatchPreview {
    samples = List.copyOf(samples);
  }

  /**
   * Where a query can't be read.
   *
   * @param column counted from 1 in its line
   * @param line the line of the query
   */
  public record Problem(String key, int column, String line) {

    /** Blanks up to the column, then a caret. */
    public String caret() {
      return " ".repeat(Math.max(0, column - 1)) + "^";
    }

    static Problem of(String query, WatchSyntaxException e) {
      int at = Math.clamp(e.column(), 0, query.length());
      int start = query.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
      start = Math.min(start, at);
      int end = query.indexOf('\n', at);
      String line = query.substring(start, end < 0 ? query.length() : end).replace('\r', ' ');
      int from = Math.max(0, at - start - 60);
      String shown = line.substring(from, Math.min(line.length(), from + 120));
      return new Problem(e.code(), at - start - from + 1, shown);
    }
  }

  /** A post that would have matched. */
  public record Sample(
      List<Piece> pieces, @Nullable String author, String source, Instant publishedAt) {
    public Sample {
      pieces = List.copyOf(pieces);
    }
  }

  /** A run of words, marked where it made the query match. */
  public record Piece(String text, boolean marked) {}

  static WatchPreview of(String query, List<StoredPost> posts) {
    WatchQuery read;
    try {
      read = WatchQuery.parse(query);
    } catch (WatchSyntaxException e) {
      return new WatchPreview(Problem.of(query, e), posts.size(), 0, List.of());
    }
    List<StoredPost> matched = posts.stream().filter(post -> read.matches(post.asPost())).toList();
    List<Sample> samples =
        matched.stream()
            .limit(SHOWN)
            .map(
                post ->
                    new Sample(
                        pieces(post.words(), read.highlight(post.asPost())),
                        post.author(),
                        post.sourceName(),
                        post.publishedAt()))
            .toList();
    return new WatchPreview(null, posts.size(), matched.size(), samples);
  }

  private static List<Piece> pieces(String text, List<Span> spans) {
    int first = spans.isEmpty() ? 0 : spans.getFirst().start();
    int start = Excerpt.begin(text, first - BEFORE, first);
    int end = Excerpt.end(text, start + LENGTH, start + LENGTH / 2);
    List<Piece> pieces = new ArrayList<>();
    if (start > 0) {
      pieces.add(new Piece("… ", false));
    }
    int at = start;
    for (Span span : spans) {
      if (span.start() < at || span.end() > end) {
        continue;
      }
      if (span.start() > at) {
        pieces.add(new Piece(text.substring(at, span.start()), false));
      }
      pieces.add(new Piece(text.substring(span.start(), span.end()), true));
      at = span.end();
    }
    if (at < end) {
      pieces.add(new Piece(text.substring(at, end), false));
    }
    if (end < text.length()) {
      pieces.add(new Piece(" …", false));
    }
    return pieces;
  }
}
