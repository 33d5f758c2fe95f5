package org.bedside.understanding.judge;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.language.LanguageIdentifier.Language;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Segments;
import org.bedside.understanding.text.Segments.Segment;
import org.bedside.understanding.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * One post while it is judged: its tokens, its clauses, and their features, each made once. Not
 * thread-safe; lives for one post.
 */
public final class Reading {

  private final Post post;
  private final Language language;
  private final Reader reader;
  private final Features whole;
  private final List<Segment> segments;
  private final List<@Nullable Features> parts;
  private final @Nullable States states;
  private final float @Nullable [] mean;
  private final List<float @Nullable []> means = new ArrayList<>();

  /**
   * @param states what the encoder made of the post; null where judging goes without
   */
  public Reading(
      Post post, List<Token> tokens, Language language, Reader reader, @Nullable States states) {
    this.states = states;
    this.mean = states == null ? null : states.mean();
    this.post = post;
    this.language = language;
    this.reader = reader;
    this.whole = reader.read(tokens, post.question(), language.code());
    this.segments = Segments.of(post.text(), tokens);
    this.parts = new ArrayList<>(segments.size());
    for (int i = 0; i < segments.size(); i++) {
      parts.add(null);
      means.add(null);
    }
  }

  public Post post() {
    return post;
  }

  public Language language() {
    return language;
  }

  /** Features of the whole text. */
  public Features whole() {
    return whole;
  }

  /** What the encoder made of the whole text; null without it. */
  public float @Nullable [] mean() {
    return mean;
  }

  /** What the encoder made of a stretch of the text; null without it. */
  public float @Nullable [] mean(Span span) {
    return states == null ? null : states.mean(span);
  }

  /** What the encoder made of one clause; null without it. */
  public float @Nullable [] mean(int index) {
    if (states == null || segments.size() == 1) {
      return mean;
    }
    float[] known = means.get(index);
    if (known == null) {
      known = states.mean(span(index));
      means.set(index, known);
    }
    return known;
  }

  /** What the encoder made of each piece; null without it. */
  public @Nullable States states() {
    return states;
  }

  List<Token> tokens() {
    return whole.tokens();
  }

  /** How many clauses the text has; none where it has no tokens. */
  public int segments() {
    return segments.size();
  }

  /** Features of the whole text without the question it answers. */
  public Features unasked() {
    return post.question() == null ? whole : reader.read(tokens(), null, language.code());
  }

  /** Features of one clause by itself, without the question. */
  public Features unasked(int index) {
    if (post.question() == null) {
      return segment(index);
    }
    Segment segment = segments.get(index);
    return reader.read(tokens().subList(segment.from(), segment.to()), null, language.code());
  }

  /** Features of one clause by itself. */
  Features segment(int index) {
    if (segments.size() == 1) {
      return whole;
    }
    Features known = parts.get(index);
    if (known == null) {
      Segment segment = segments.get(index);
      known =
          reader.read(
              tokens().subList(segment.from(), segment.to()), post.question(), language.code());
      parts.set(index, known);
    }
    return known;
  }

  /** Gives the clause whose tokens sum up highest; 0 where there are no tokens. */
  int strongestSegment(double[] byToken) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < segments.size(); i++) {
      double sum = 0;
      for (int t = segments.get(i).from(); t < segments.get(i).to(); t++) {
        sum += byToken[t];
      }
      if (sum > highest) {
        highest = sum;
        best = i;
      }
    }
    return best;
  }

  /** Gives the stretch of text that a clause covers, without the mark that ends it. */
  public Span span(int segmentIndex) {
    if (segments.isEmpty()) {
      return new Span(0, 0);
    }
    Segment segment = segments.get(segmentIndex);
    int from = segment.from();
    int to = segment.to();
    while (to - 1 > from && !tokens().get(to - 1).isWord()) {
      to--;
    }
    while (from + 1 < to && !tokens().get(from).isWord()) {
      from++;
    }
    return new Span(tokens().get(from).start(), tokens().get(to - 1).end());
  }
}
