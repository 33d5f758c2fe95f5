package org.bedside.inbox;

import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;

/**
 * What matters first. Urgency goes before everything; then a single well-written bad review by its
 * own weight: how long and specific it is and whether it names a clinician, not how many there are
 * (domain rules, section 3). Pure.
 */
public final class Triage {

  private static final int LONG_ENOUGH_TO_PERSUADE = 60;

  /** From here on the software is surer than not; what people corrected counts as sure. */
  private static final double SURE = 0.5;

  private Triage() {}

  /** The priority of a mention, with what people corrected taken into account. */
  public static Priority of(Assessed mention) {
    Judgement judgement = mention.judgement();
    Assessment assessment = mention.assessment();
    String kind = urgentKind(assessment.urgency());
    if (judgement.urgency().compareTo(Urgency.Level.HIGH) >= 0 && isUnsure(mention)) {
      return new Priority(84, "inbox.reason.maybe-urgent", kind);
    }
    return switch (judgement.urgency()) {
      case CRITICAL -> new Priority(100, "inbox.reason.critical", kind);
      case HIGH -> new Priority(85, "inbox.reason.high", kind);
      case LOW, NONE -> bySentiment(mention, judgement, assessment);
    };
  }

  /**
   * Nothing that might be a cry for help may go under, so little is asked to call a post urgent;
   * but who is told to act now too often stops looking. What is held with less than even confidence
   * goes ahead of every complaint, and behind what is sure.
   */
  private static boolean isUnsure(Assessed mention) {
    return mention.corrections().stream().noneMatch(one -> one.part() == Judgement.Part.URGENCY)
        && mention.assessment().urgency().kinds().stream().allMatch(one -> one.score() < SURE);
  }

  private static Priority bySentiment(
      Assessed mention, Judgement judgement, Assessment assessment) {
    Double rating = mention.mention().rating();
    boolean lowStars = rating != null && rating <= 2;
    if (judgement.sentiment() == SentimentLabel.NEGATIVE) {
      return negative(mention, judgement, assessment);
    }
    if (lowStars) {
      return new Priority(42, "inbox.reason.low-stars", "");
    }
    if (!assessment.asks().isEmpty()) {
      return new Priority(30, "inbox.reason.asks", "");
    }
    return judgement.sentiment() == SentimentLabel.POSITIVE
        ? new Priority(10, "inbox.reason.positive", "")
        : new Priority(20, "inbox.reason.neutral", "");
  }

  private static Priority negative(Assessed mention, Judgement judgement, Assessment assessment) {
    int words = mention.mention().text().split("\\s+", 400).length;
    int weight = Math.min(12, words / 20) + Math.min(8, 3 * judgement.themes().size());
    boolean clinician = namesClinician(assessment.about());
    if (clinician) {
      return new Priority(Math.min(80, 60 + weight), "inbox.reason.negative-clinician", "");
    }
    if (words >= LONG_ENOUGH_TO_PERSUADE) {
      return new Priority(55 + weight, "inbox.reason.negative-persuasive", theme(judgement));
    }
    int low = judgement.urgency() == Urgency.Level.LOW ? 5 : 0;
    return new Priority(40 + weight / 2 + low, "inbox.reason.negative", theme(judgement));
  }

  private static boolean namesClinician(List<About> about) {
    return about.stream().anyMatch(one -> one.kind() == DirectoryEntry.Kind.PROVIDER);
  }

  private static String theme(Judgement judgement) {
    return judgement.themes().isEmpty() ? "" : judgement.themes().getFirst();
  }

  private static String urgentKind(Urgency urgency) {
    return urgency.kinds().isEmpty() ? "" : urgency.kinds().getFirst().kind().label();
  }
}
