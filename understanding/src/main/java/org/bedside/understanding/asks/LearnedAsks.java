package org.bedside.understanding.asks;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Span;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.model.Calibration.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a writer asks to change, by what the encoder makes of each word and by the sentences that
 * the patterns found. Immutable and thread-safe.
 */
public final class LearnedAsks {

  /** The name of the head and of the blend. */
  public static final String NAME = "asks";

  private static final int NONE = 0;
  private static final int FIRST = 1;

  /** Signs without a space between them, up to so many to either side, belong together. */
  private static final int LONGEST_RUN = 40;

  /** One or two words of a longer text are scraps. */
  private static final int FEWEST_WORDS = 3;

  /** Within an ask, one word may be this much less certain. */
  private static final double SLACK = 0.5;

  private final Head head;
  private final Line line;

  private LearnedAsks(Head head, Line line) {
    this.head = head;
    this.line = line;
  }

  /** Takes what was learned. */
  public static LearnedAsks of(Encoded encoded) {
    return of(
        encoded.heads().head(NAME), encoded.blends().blend(NAME).calibration().lines().getFirst());
  }

  /**
   * With settings of one's own.
   *
   * @param line how much a sentence that the patterns found adds to the log-odds of its words
   *     (offset), and from which probability on a word is part of an ask (threshold)
   */
  public static LearnedAsks of(Head head, Line line) {
    return new LearnedAsks(head, line);
  }

  /** One word of the text while it is judged. */
  private static final class Word {
    private final int start;
    private final int end;
    private double ask;
    private double first;
    private double likely;

    Word(int start, int end) {
      this.start = start;
      this.end = end;
    }
  }

  /**
   * The stretches that ask for a change, in order.
   *
   * @param sentences what the patterns found
   */
  public List<Span> find(String text, States states, List<Span> sentences) {
    List<Word> words = words(states);
    weigh(words, sentences);
    List<Span> spans = new ArrayList<>();
    int from = -1;
    int to = -1;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      double likely = word.likely;
      boolean isNext = from >= 0 && (word.first > 0.5 || farApart(text, words.get(to), word));
      if (from >= 0 && isNext && likely >= line.threshold()) {
        add(spans, text, words, from, to);
        from = -1;
      }
      if (likely >= line.threshold()) {
        from = from < 0 ? i : from;
        to = i;
      } else if (from >= 0
          && !(likely >= line.threshold() * SLACK
              && i + 1 < words.size()
              && words.get(i + 1).likely >= line.threshold())) {
        add(spans, text, words, from, to);
        from = -1;
      }
    }
    if (from >= 0) {
      add(spans, text, words, from, to);
    }
    return List.copyOf(spans);
  }

  private List<Word> words(States states) {
    List<Word> words = new ArrayList<>();
    states.each(
        (start, end, vectors, at) -> {
          double[] shares = head.shares(vectors, at);
          Word last = words.isEmpty() ? null : words.getLast();
          if (last == null || last.start != start) {
            last = new Word(start, end);
            last.first = shares[FIRST];
            words.add(last);
          }
          last.ask = Math.max(last.ask, 1 - shares[NONE]);
        });
    return words;
  }

  /** With what the patterns found; words and sentences both stand in their order. */
  private void weigh(List<Word> words, List<Span> sentences) {
    int at = 0;
    for (Word word : words) {
      while (at < sentences.size() && sentences.get(at).end() < word.end) {
        at++;
      }
      boolean isSaid = at < sentences.size() && sentences.get(at).start() <= word.start;
      double odds = word.ask / Math.max(1e-9, 1 - word.ask);
      double both = odds * (isSaid ? Math.exp(line.offset()) : 1);
      word.likely = both / (1 + both);
    }
  }

  /** A name of a file or an address asks for nothing. */
  private static boolean isScrap(String text, int start, int end) {
    String words = text.substring(start, Math.max(start, end));
    return words.indexOf(' ') < 0 && words.chars().anyMatch(c -> "@._/".indexOf(c) >= 0);
  }

  private static boolean farApart(String text, @Nullable Word before, Word word) {
    return before != null
        && before.end < word.start
        && text.substring(before.end, word.start).indexOf('\n') >= 0;
  }

  private static void add(List<Span> spans, String text, List<Word> words, int from, int to) {
    if (to - from + 1 < FEWEST_WORDS && words.size() > 2 * FEWEST_WORDS) {
      return;
    }
    int start = words.get(from).start;
    int end = words.get(to).end;
    // a number or an address is asked for as a whole or not at all
    int first = Math.max(spans.isEmpty() ? 0 : spans.getLast().end(), start - LONGEST_RUN);
    int last = Math.min(text.length(), end + LONGEST_RUN);
    while (start > first && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (end < last && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && !Character.isLetterOrDigit(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    if (isScrap(text, start, end)) {
      return;
    }
    if (end > start && (spans.isEmpty() || start >= spans.getLast().end())) {
      spans.add(new Span(start, end));
    }
  }
}
