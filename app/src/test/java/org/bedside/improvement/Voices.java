package org.bedside.improvement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bedside.assessment.Assessed;
import org.bedside.listening.Mention;
import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.Disaster;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.IdentifierType;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/** Mentions that were understood as a test wants, whatever the models would have said. */
public final class Voices {

  /** Labels of the theme framework, with the plain names that English readers see. */
  public static final String CALLED = "Staff responsiveness";

  public static final String CALLED_IN_WORDS = "Answering when called";
  public static final String CONTINUITY = "Staff continuity";
  public static final String CONTINUITY_IN_WORDS = "Seeing the same people";

  /** Far above the ids that the database gives. */
  private static final AtomicLong IDS = new AtomicLong(1_000_000_000_000L);

  private final Instant at;
  private final List<Assessed> all = new ArrayList<>();

  /** What is said at that time. */
  public Voices(Instant at) {
    this.at = at;
  }

  /** So many mentions that feel so about one theme. */
  public Voices say(int times, String theme, SentimentLabel feeling, @Nullable UUID place) {
    return say(times, theme, feeling, place, null);
  }

  /** So many that name a clinician. */
  public Voices say(
      int times,
      String theme,
      SentimentLabel feeling,
      @Nullable UUID place,
      @Nullable String clinician) {
    IntStream.range(0, times)
        .forEach(
            i -> {
              String text = clinician == null ? "Words of a test" : clinician + " was there";
              List<About> about =
                  clinician == null
                      ? List.of()
                      : List.of(
                          new About(
                              "id of " + clinician,
                              DirectoryEntry.Kind.PROVIDER,
                              new Span(0, clinician.length())));
              all.add(
                  new Assessed(
                      mention(text, place, at),
                      assessment(
                          feeling,
                          List.of(new ThemeOpinion(theme, feeling, new Span(0, 5), 0.9)),
                          List.of(),
                          List.of(),
                          about),
                      at,
                      List.of()));
            });
    return this;
  }

  /** All of them. */
  public List<Assessed> all() {
    return List.copyOf(all);
  }

  /** A mention that no source gave. */
  public static Mention mention(String text, @Nullable UUID place, Instant at) {
    return new Mention(
        IDS.incrementAndGet(),
        new UUID(0, 0),
        "A test",
        UUID.randomUUID().toString(),
        1,
        text,
        null,
        null,
        null,
        null,
        null,
        "en",
        null,
        at,
        at,
        place,
        List.of(),
        false);
  }

  /** What is understood of a text. */
  public static Assessment assessment(
      SentimentLabel feeling,
      List<ThemeOpinion> themes,
      List<Span> asks,
      List<Span> identifiers,
      List<About> about) {
    return new Assessment(
        "1",
        "en",
        new Sentiment(
            feeling,
            feeling == SentimentLabel.NEGATIVE ? 1 : 0,
            feeling == SentimentLabel.NEUTRAL ? 1 : 0,
            feeling == SentimentLabel.POSITIVE ? 1 : 0,
            3),
        0,
        themes,
        identifiers.stream().map(span -> new Identifier(IdentifierType.NAME, span, 0.9)).toList(),
        new Urgency(Urgency.Level.NONE, List.of()),
        new Disaster(0, ""),
        asks,
        about,
        List.of());
  }

  /** Where these words stand in a text. */
  public static Span span(String text, String words) {
    int start = text.indexOf(words);
    return new Span(start, start + words.length());
  }
}
