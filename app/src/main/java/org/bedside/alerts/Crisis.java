package org.bedside.alerts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bedside.understanding.Urgency;

/**
 * The six kinds of crisis that interrupt at once, in the order in which they go before each other.
 * Each has a written protocol in the message files, {@code alerts.protocol.<label>}.
 */
public enum Crisis {
  SELF_HARM("self-harm", 10, 9),
  MEDICAL_EMERGENCY("medical-emergency", 10, 9),
  THREAT("threat", 10, 9),
  ABUSE_ALLEGATION("abuse-allegation", 9, 8),
  PATIENT_HARM("patient-harm", 9, 8),
  PRIVACY_BREACH("privacy-breach", 9, 8);

  private final String label;
  private final int critical;
  private final int high;

  Crisis(String label, int critical, int high) {
    this.label = label;
    this.critical = critical;
    this.high = high;
  }

  /** The spelling of the command-line contract's kind. */
  public String label() {
    return label;
  }

  /** 1 to 10, by how soon a person must look. */
  int severity(Urgency.Level level) {
    return switch (level) {
      case CRITICAL -> critical;
      case HIGH -> high;
      case LOW, NONE -> 1;
    };
  }

  /**
   * What kind of crisis a sign of urgency stands for. An adverse event is possible harm to a
   * patient; lawyers, the media and discrimination matter, but nobody is in danger this minute, so
   * they lead the inbox and don't interrupt.
   */
  static Optional<Crisis> of(Urgency.Kind kind) {
    return switch (kind) {
      case SELF_HARM -> Optional.of(SELF_HARM);
      case MEDICAL_EMERGENCY -> Optional.of(MEDICAL_EMERGENCY);
      case THREAT -> Optional.of(THREAT);
      case ABUSE_ALLEGATION -> Optional.of(ABUSE_ALLEGATION);
      case PATIENT_HARM, ADVERSE_EVENT -> Optional.of(PATIENT_HARM);
      case PRIVACY_BREACH -> Optional.of(PRIVACY_BREACH);
      case LEGAL, DISCRIMINATION, MEDIA -> Optional.empty();
    };
  }

  /** The one that goes before the others among these signs. */
  static Optional<Crisis> gravest(List<Urgency.Signal> signals) {
    return signals.stream()
        .flatMap(signal -> of(signal.kind()).stream())
        .min(Comparator.naturalOrder());
  }
}
