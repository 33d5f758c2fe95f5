package org.bedside.improvement.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.jspecify.annotations.Nullable;

/**
 * What is rolled up of one mention.
 *
 * @param themes at least one; without a theme there is one whose name is empty
 * @param clinicians whom it names, each once
 */
record Facts(List<Theme> themes, List<Named> clinicians) {

  private static final int LONGEST_NAME = 100;

  /** As a row is written; the names are those of the columns. */
  record Theme(
      long mention_id,
      String published_at,
      @Nullable UUID location_id,
      int post_version,
      String theme,
      String sentiment,
      boolean asks,
      @Nullable Integer ask_start,
      @Nullable Integer ask_end,
      @Nullable Integer word_start,
      @Nullable Integer word_end) {}

  /** As a row is written. */
  record Named(long mention_id, String clinician, String name) {}

  static Facts of(Assessed assessed) {
    Assessment assessment = assessed.assessment();
    Judgement judgement = assessed.judgement();
    Map<String, ThemeOpinion> opinions = new LinkedHashMap<>();
    assessment.themes().forEach(opinion -> opinions.putIfAbsent(opinion.theme(), opinion));
    List<String> names = judgement.themes().stream().filter(Facts::isTheme).distinct().toList();
    List<Theme> themes = new ArrayList<>();
    for (String name : names.isEmpty() ? List.of("") : names) {
      ThemeOpinion opinion = opinions.get(name);
      List<Span> asks = asks(assessment, opinion == null ? null : opinion.span(), opinions);
      Span ask = safe(asks, assessment);
      Span words = opinion == null ? null : safe(List.of(opinion.span()), assessment);
      themes.add(
          new Theme(
              assessed.mention().id(),
              assessed.mention().publishedAt().toString(),
              assessed.location(),
              assessed.mention().version(),
              name,
              sentiment(opinion, assessment, judgement).name(),
              !asks.isEmpty(),
              ask == null ? null : ask.start(),
              ask == null ? null : ask.end(),
              words == null ? null : words.start(),
              words == null ? null : words.end()));
    }
    return new Facts(themes, clinicians(assessed));
  }

  /** The framework has a label for posts that are about none of its themes. */
  private static boolean isTheme(String label) {
    return !label.isBlank() && !label.toLowerCase(Locale.ROOT).matches("not[^a-z]+assigned");
  }

  /**
   * A person who corrects the feeling of a post means the themes too that the software had judged
   * as it judged the whole; what it had told apart stays apart.
   */
  private static SentimentLabel sentiment(
      @Nullable ThemeOpinion opinion, Assessment assessment, Judgement judgement) {
    return opinion == null || opinion.sentiment() == assessment.sentiment().label()
        ? judgement.sentiment()
        : opinion.sentiment();
  }

  /** What is asked for where a theme is spoken of; what lies by no theme is asked of each. */
  private static List<Span> asks(
      Assessment assessment, @Nullable Span theme, Map<String, ThemeOpinion> opinions) {
    return assessment.asks().stream()
        .filter(
            ask ->
                theme == null
                    || meet(ask, theme)
                    || opinions.values().stream().noneMatch(other -> meet(ask, other.span())))
        .toList();
  }

  /** The first that holds nothing by which somebody could be known. */
  private static @Nullable Span safe(List<Span> spans, Assessment assessment) {
    return spans.stream()
        .filter(span -> assessment.identifiers().stream().noneMatch(one -> meet(span, one.span())))
        .findFirst()
        .orElse(null);
  }

  private static boolean meet(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static List<Named> clinicians(Assessed assessed) {
    Map<String, Named> named = new LinkedHashMap<>();
    for (About about : assessed.assessment().about()) {
      if (about.kind() == DirectoryEntry.Kind.PROVIDER) {
        named.putIfAbsent(
            about.id(),
            new Named(
                assessed.mention().id(),
                about.id(),
                Cut.words(
                    assessed.mention().text(),
                    about.span().start(),
                    about.span().end(),
                    LONGEST_NAME)));
      }
    }
    return List.copyOf(named.values());
  }
}
