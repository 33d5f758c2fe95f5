package org.bedside.assessment;

import java.util.List;
import java.util.stream.Collectors;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;

/**
 * What counts of a mention: what the software understood, with what people corrected put in its
 * place.
 *
 * @param themes labels of the theme framework, strongest first
 */
public record Judgement(SentimentLabel sentiment, List<String> themes, Urgency.Level urgency) {

  public Judgement {
    themes = List.copyOf(themes);
  }

  /** Which part of it a correction concerns. */
  public enum Part {
    SENTIMENT,
    THEMES,
    URGENCY
  }

  /** As the software understood it. */
  public static Judgement of(Assessment assessment) {
    return new Judgement(
        assessment.sentiment().label(),
        assessment.themes().stream().map(ThemeOpinion::theme).distinct().toList(),
        assessment.urgency().level());
  }

  /** This judgement with one part replaced by what a correction says. */
  Judgement with(Correction correction) {
    return switch (correction.part()) {
      case SENTIMENT -> new Judgement(SentimentLabel.valueOf(correction.now()), themes, urgency);
      case THEMES -> new Judgement(sentiment, split(correction.now()), urgency);
      case URGENCY -> new Judgement(sentiment, themes, Urgency.Level.valueOf(correction.now()));
    };
  }

  /** One part of it in the form that corrections keep. */
  public String value(Part part) {
    return switch (part) {
      case SENTIMENT -> sentiment.name();
      case THEMES -> String.join("\n", themes);
      case URGENCY -> urgency.name();
    };
  }

  private static List<String> split(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toList());
  }
}
