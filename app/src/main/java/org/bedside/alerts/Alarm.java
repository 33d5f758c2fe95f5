package org.bedside.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.listening.Reach;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What one mention says that could alert somebody, and why. Pure.
 *
 * @param about of a crisis its kind, else empty
 * @param severity 1 to 10
 * @param score of a review, 0 to 100; of a crisis always 100
 */
public record Alarm(AlertKind kind, String about, int severity, int score, List<Part> parts) {

  /** Below this a text says too little to persuade anybody. */
  private static final int FEWEST_WORDS = 25;

  private static final double SURE = 0.5;
  private static final int LESS_WHERE_UNSURE = 3;

  public Alarm {
    parts = List.copyOf(parts);
  }

  /** What the mention says, of each kind one at most, however it is tuned. */
  public static List<Alarm> of(Assessed assessed, @Nullable Reach reach) {
    return Stream.of(crisis(assessed), persuasive(assessed, reach))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Whether it alerts anybody. A post found in history or older than the tuning says interrupts
   * nobody, and stands in the inbox. What has alerted before is kept in step all the same: neither
   * its age nor another tuning takes back what a post says.
   */
  public boolean opens(Assessed assessed, Tuning tuning, Instant now) {
    Duration age = Duration.between(assessed.mention().publishedAt(), now);
    return tuning.kinds().contains(kind)
        && score >= (kind == AlertKind.PERSUASIVE_REVIEW ? tuning.persuasiveFrom() : 0)
        && !assessed.mention().fromHistory()
        && age.compareTo(tuning.oldest()) <= 0;
  }

  /** The level counts as people corrected it; the kinds are the software's. */
  private static Optional<Alarm> crisis(Assessed assessed) {
    Urgency.Level level = assessed.judgement().urgency();
    if (level.compareTo(Urgency.Level.HIGH) < 0) {
      return Optional.empty();
    }
    List<Urgency.Signal> signals = assessed.assessment().urgency().kinds();
    return Crisis.gravest(signals)
        .map(
            crisis ->
                new Alarm(
                    AlertKind.CRISIS,
                    crisis.label(),
                    crisis.severity(level) - (isUnsure(assessed, signals) ? LESS_WHERE_UNSURE : 0),
                    100,
                    signals.stream()
                        .filter(signal -> Crisis.of(signal.kind()).isPresent())
                        .map(Alarm::sign)
                        .toList()));
  }

  /** Less than even confidence, and no person who has confirmed it. */
  private static boolean isUnsure(Assessed assessed, List<Urgency.Signal> signals) {
    return assessed.corrections().stream().noneMatch(one -> one.part() == Judgement.Part.URGENCY)
        && signals.stream().allMatch(signal -> signal.score() < SURE);
  }

  private static Part sign(Urgency.Signal signal) {
    return new Part(
        "signal",
        signal.score(),
        0,
        "alerts.why.signal",
        List.of(signal.kind().label()),
        List.of(signal.span()));
  }

  private static Optional<Alarm> persuasive(Assessed assessed, @Nullable Reach reach) {
    int words = assessed.mention().text().strip().split("\\s+", FEWEST_WORDS + 1).length;
    if (!PersuasiveScore.concerns(assessed) || words < FEWEST_WORDS) {
      return Optional.empty();
    }
    PersuasiveScore score = PersuasiveScore.of(assessed, reach);
    return Optional.of(
        new Alarm(
            AlertKind.PERSUASIVE_REVIEW,
            "",
            score.severity(),
            (int) Math.round(score.total() * 100),
            score.parts()));
  }

  /** The message key of its kind for people. */
  public static String title(AlertKind kind, String about) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (kind) {
      case CRISIS -> "alerts.title." + about;
      case PERSUASIVE_REVIEW -> "alerts.title." + name;
      case VOLUME_SPIKE, SENTIMENT_SPIKE -> "alerts.title." + name + "." + about;
    };
  }
}
