package org.bedside.inbox.web;

import java.util.ArrayList;
import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.ui.Mark;
import org.bedside.ui.MarkedText;
import org.bedside.ui.Page;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Reason;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;

/**
 * A mention with its marks.
 *
 * @param marked its text
 */
public record MentionView(Assessed assessed, MarkedText marked) {

  static MentionView of(Assessed assessed, Page page) {
    Assessment understood = assessed.assessment();
    List<Mark> marks = new ArrayList<>();
    understood
        .urgency()
        .kinds()
        .forEach(
            signal ->
                add(
                    marks,
                    signal.span(),
                    Mark.Kind.URGENT,
                    page.text("urgency.kind." + signal.kind().label())));
    understood
        .identifiers()
        .forEach(
            found ->
                add(
                    marks,
                    found.span(),
                    Mark.Kind.PRIVATE,
                    page.text("identifier." + found.type().name())));
    understood.themes().stream()
        .filter(theme -> Words.isTheme(theme.theme()))
        .forEach(
            theme ->
                add(
                    marks,
                    theme.span(),
                    kind(theme.sentiment()),
                    Words.theme(page, theme.theme())
                        + ", "
                        + Words.sentiment(page, theme.sentiment()).toLowerCase(page.locale())));
    understood.asks().forEach(ask -> add(marks, ask, Mark.Kind.ASK, page.text("inbox.asks-for")));
    return new MentionView(assessed, MarkedText.of(assessed.mention().text(), marks));
  }

  private static void add(List<Mark> marks, Span span, Mark.Kind kind, String label) {
    marks.add(new Mark(span.start(), span.end(), kind, label));
  }

  private static Mark.Kind kind(SentimentLabel sentiment) {
    return switch (sentiment) {
      case NEGATIVE -> Mark.Kind.SAD;
      case NEUTRAL -> Mark.Kind.EVEN;
      case POSITIVE -> Mark.Kind.GLAD;
    };
  }

  /** The words that a judgement rests on, at most three, shortened where they are long. */
  public List<String> wordsFor(String judgement) {
    return assessed.assessment().reasons().stream()
        .filter(reason -> reason.judgement().equals(judgement) && reason.span() != null)
        .limit(3)
        .map(this::words)
        .toList();
  }

  /** Whether corrections of other posts made the judgement what it is. */
  public boolean isTaught(String judgement) {
    return assessed.assessment().reasons().stream()
        .anyMatch(reason -> reason.code().equals(judgement + ".taught"));
  }

  /** How sure the software is of a judgement, 0 to 1; the strongest reason counts. */
  public double confidence(String judgement) {
    return assessed.assessment().reasons().stream()
        .filter(reason -> reason.judgement().equals(judgement))
        .mapToDouble(Reason::confidence)
        .max()
        .orElse(0.5);
  }

  private String words(Reason reason) {
    Span span = reason.span();
    String words = span == null ? "" : span.of(assessed.mention().text());
    return words.length() <= 80 ? words : words.substring(0, 79) + "…";
  }
}
