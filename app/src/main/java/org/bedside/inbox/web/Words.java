package org.bedside.inbox.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Marks;
import org.bedside.inbox.Priority;
import org.bedside.ui.Icon;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Verdict;

/** Judgements in the reader's words. */
public final class Words {

  private Words() {}

  /** A label of the theme framework by its plain name. */
  public static String theme(Page page, String label) {
    String key = "theme." + slug(label);
    return page.hasText(key) ? page.text(key) : label;
  }

  /** Whether the label names a theme; the framework has one for posts that are about none. */
  public static boolean isTheme(String label) {
    return !slug(label).equals("not-assigned");
  }

  static String slug(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** Why a case stands where it stands, by a person's word where that counts. */
  public static String why(Page page, CaseRow row) {
    Marks.ByHand byHand = row.marks().byHand();
    return byHand != null && byHand.counts()
        ? page.text("inbox.by-hand-why", byHand.by(), byHand.reason())
        : reason(page, row.priority());
  }

  /** Why a case stands where the software would put it. */
  public static String reason(Page page, Priority priority) {
    String detail = priority.detail();
    String key = priority.reason();
    if (detail.isEmpty() || !isTheme(detail)) {
      return page.text(key);
    }
    String named = isUrgent(key) ? page.text("urgency.kind." + detail) : theme(page, detail);
    return page.text(key + "-of", named);
  }

  /** Whether the reason's detail is a kind of urgency rather than a theme. */
  private static boolean isUrgent(String key) {
    return Set.of("inbox.reason.critical", "inbox.reason.high", "inbox.reason.maybe-urgent")
        .contains(key);
  }

  public static String sentiment(Page page, SentimentLabel label) {
    return page.text("sentiment." + label.name());
  }

  public static Tone tone(SentimentLabel label) {
    return switch (label) {
      case NEGATIVE -> Tone.SAD;
      case NEUTRAL -> Tone.PLAIN;
      case POSITIVE -> Tone.GLAD;
    };
  }

  public static Icon icon(SentimentLabel label) {
    return switch (label) {
      case NEGATIVE -> Icon.FROWN;
      case NEUTRAL -> Icon.MEH;
      case POSITIVE -> Icon.SMILE;
    };
  }

  /** A probability as people say it. */
  public static String confidence(Page page, double score) {
    return page.text(
        score >= 0.9
            ? "confidence.almost-certain"
            : score >= 0.75
                ? "confidence.fairly-sure"
                : score >= 0.55 ? "confidence.likely" : "confidence.unsure");
  }

  public static Icon icon(Urgency.Kind kind) {
    return switch (kind) {
      case SELF_HARM -> Icon.LIFE_BUOY;
      case MEDICAL_EMERGENCY -> Icon.SIREN;
      case THREAT -> Icon.SHIELD_ALERT;
      case LEGAL -> Icon.GAVEL;
      case ADVERSE_EVENT -> Icon.PILL;
      case PRIVACY_BREACH -> Icon.LOCK;
      case PATIENT_HARM -> Icon.HEART_PULSE;
      case ABUSE_ALLEGATION -> Icon.FLAG;
      case DISCRIMINATION -> Icon.SCALE;
      case MEDIA -> Icon.NEWSPAPER;
    };
  }

  /** Why a finding matters, in the reader's language where there is a sentence for it. */
  public static String why(Page page, Verdict.Finding finding) {
    String key = "guard.rule." + finding.rule();
    return page.hasText(key) ? page.text(key) : finding.why();
  }
}
