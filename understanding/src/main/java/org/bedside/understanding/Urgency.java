package org.bedside.understanding;

import java.util.List;

/**
 * Whether a person must look now, and why.
 *
 * @param level how soon
 * @param kinds what makes it so, most pressing first; empty when the level is none
 */
public record Urgency(Level level, List<Signal> kinds) {

  public static final Urgency NONE = new Urgency(Level.NONE, List.of());

  public Urgency {
    kinds = List.copyOf(kinds);
  }

  /** In ascending order of haste. */
  public enum Level {
    NONE,
    LOW,
    HIGH,
    CRITICAL
  }

  /** The ten kinds; {@link #label()} is the spelling of the command-line contract. */
  public enum Kind {
    SELF_HARM("self-harm"),
    MEDICAL_EMERGENCY("medical-emergency"),
    THREAT("threat"),
    LEGAL("legal"),
    ADVERSE_EVENT("adverse-event"),
    PRIVACY_BREACH("privacy-breach"),
    PATIENT_HARM("patient-harm"),
    ABUSE_ALLEGATION("abuse-allegation"),
    DISCRIMINATION("discrimination"),
    MEDIA("media");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * One sign of urgency.
   *
   * @param span the words it rests on
   * @param score confidence, 0 to 1
   */
  public record Signal(Kind kind, Span span, double score) {}
}
