package org.bedside.alerts;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How heavily a theme weighs with somebody who chooses a hospital: whether care is safe and skilled
 * before whether people are kind, that before waiting, and that before the car park. Our own order,
 * by themes of the framework.
 */
public final class ThemeWeight {

  private static final double OWN = 0.5;
  private static final double NONE = 0.2;

  private static final Map<Double, Set<String>> WEIGHTS =
      Map.of(
          1.0,
          Set.of(
              "feeling-safe",
              "safeguarding-concerns",
              "competence-training",
              "diagnosis-triage",
              "impact-of-treatment-care",
              "cleanliness-tidiness-infection-control",
              "equality-diversity-inclusion",
              "pain-management",
              "supplying-understanding-medication",
              "mental-health-act",
              "patient-records"),
          0.7,
          Set.of(
              "staff-manner-personal-attributes",
              "staff-listening-understanding-involving-patients",
              "staff-responsiveness",
              "being-kept-informed-clarity-consistency-of-information",
              "information-directly-from-staff-during-care",
              "interaction-with-family-carers",
              "number-deployment-of-staff",
              "discharge",
              "referals-continuity-of-care",
              "care-plans",
              "learning-organisation"),
          0.3,
          Set.of(
              "transport-to-from-services",
              "food-drink-provision-facilities",
              "electronic-entertainment",
              "activities-access-to-fresh-air",
              "service-location",
              "sensory-experience",
              "environment-facilities"),
          NONE,
          Set.of("not-assigned", "positive-experience-gratitude"));

  private ThemeWeight() {}

  /** The weight of the heaviest of these labels, 0 to 1. */
  static double heaviest(List<String> themes) {
    return themes.stream().mapToDouble(ThemeWeight::of).max().orElse(NONE);
  }

  /** The weight of one label, 0 to 1; of one that isn't listed, such as an own theme, 0.5. */
  static double of(String theme) {
    String slug = slug(theme);
    return WEIGHTS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(slug))
        .mapToDouble(Map.Entry::getKey)
        .findFirst()
        .orElse(OWN);
  }

  /** Whether the label names a theme; the framework has one for posts that are about none. */
  public static boolean isTheme(String label) {
    return !slug(label).equals("not-assigned");
  }

  /** A label as the message files spell it: {@code theme.<slug>}. */
  public static String slug(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
