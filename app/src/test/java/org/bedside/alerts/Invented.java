package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bedside.assessment.Assessed;
import org.bedside.listening.Mention;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Disaster;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/** Mentions as if they had been understood, for what is pure. */
final class Invented {

  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private Invented() {}

  /** So many words that say nothing. */
  static String filler(int words) {
    return IntStream.range(0, words).mapToObj(i -> "and").collect(Collectors.joining(" "));
  }

  static Assessed negative(
      String text,
      @Nullable String author,
      @Nullable Double rating,
      List<String> themes,
      List<Span> asks,
      Urgency urgency) {
    return new Assessed(
        mention(text, author, rating, NOW, false),
        new Assessment(
            "1",
            "en",
            new Sentiment(SentimentLabel.NEGATIVE, 0.9, 0.05, 0.05, 5),
            0,
            themes.stream()
                .map(theme -> new ThemeOpinion(theme, SentimentLabel.NEGATIVE, new Span(0, 2), 0.9))
                .toList(),
            List.of(),
            urgency,
            new Disaster(0, Disaster.UNRELATED),
            asks,
            List.of(),
            List.of()),
        NOW,
        List.of());
  }

  /** The same, published at another time, or found in history. */
  static Assessed at(Assessed assessed, Instant published, boolean fromHistory) {
    Mention mention = assessed.mention();
    return new Assessed(
        mention(mention.text(), mention.author(), mention.rating(), published, fromHistory),
        assessed.assessment(),
        assessed.assessedAt(),
        assessed.corrections());
  }

  private static Mention mention(
      String text,
      @Nullable String author,
      @Nullable Double rating,
      Instant published,
      boolean fromHistory) {
    return new Mention(
        1,
        new UUID(0, 1),
        "Reviews",
        "r-1",
        1,
        text,
        null,
        null,
        rating,
        author,
        null,
        "en",
        null,
        published,
        published,
        null,
        List.of(),
        fromHistory);
  }
}
