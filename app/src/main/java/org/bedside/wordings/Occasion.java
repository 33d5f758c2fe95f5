package org.bedside.wordings;

import java.util.EnumSet;
import java.util.Set;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;

/** What a wording answers, beside the themes. */
public enum Occasion {
  COMPLAINT,
  PRAISE,
  QUESTION,
  MEDICAL_ADVICE,
  MISINFORMATION,
  EMERGENCY,
  SELF_HARM,
  /** Harm, abuse, side effects. */
  SAFETY,
  DISCRIMINATION,
  PRIVACY,
  /** Threats and lawyers. */
  LEGAL,
  MEDIA;

  /**
   * What a post is, as it was understood. A life in danger comes before all else, then whatever is
   * urgent; only a post without either is a complaint, praise or a question.
   *
   * @param asks whether the post asks something
   */
  public static Set<Occasion> of(SentimentLabel sentiment, Urgency urgency, boolean asks) {
    EnumSet<Occasion> pressing = EnumSet.noneOf(Occasion.class);
    for (Urgency.Signal signal : urgency.kinds()) {
      Occasion occasion = of(signal.kind());
      if (occasion == SELF_HARM || urgency.level().compareTo(Urgency.Level.HIGH) >= 0) {
        pressing.add(occasion);
      }
    }
    if (pressing.contains(SELF_HARM)) {
      return EnumSet.of(SELF_HARM);
    }
    if (pressing.contains(EMERGENCY)) {
      return EnumSet.of(EMERGENCY);
    }
    if (!pressing.isEmpty()) {
      return pressing;
    }
    return switch (sentiment) {
      case POSITIVE -> EnumSet.of(PRAISE);
      case NEUTRAL -> EnumSet.of(asks ? QUESTION : COMPLAINT);
      case NEGATIVE -> EnumSet.of(COMPLAINT);
    };
  }

  private static Occasion of(Urgency.Kind kind) {
    return switch (kind) {
      case SELF_HARM -> SELF_HARM;
      case MEDICAL_EMERGENCY -> EMERGENCY;
      case ADVERSE_EVENT, PATIENT_HARM, ABUSE_ALLEGATION -> SAFETY;
      case THREAT, LEGAL -> LEGAL;
      case PRIVACY_BREACH -> PRIVACY;
      case DISCRIMINATION -> DISCRIMINATION;
      case MEDIA -> MEDIA;
    };
  }

  /** Whether a life is in danger. */
  public boolean deadly() {
    return this == SELF_HARM || this == EMERGENCY;
  }

  /** Whether it is more than whether somebody was pleased. */
  public boolean pressing() {
    return switch (this) {
      case COMPLAINT, PRAISE, QUESTION -> false;
      case MEDICAL_ADVICE,
          MISINFORMATION,
          EMERGENCY,
          SELF_HARM,
          SAFETY,
          DISCRIMINATION,
          PRIVACY,
          LEGAL,
          MEDIA ->
          true;
    };
  }
}
