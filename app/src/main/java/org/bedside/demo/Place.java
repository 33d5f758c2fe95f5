package org.bedside.demo;

import java.util.List;
import org.bedside.directory.Locations;

/** The invented places, and what people say of each. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of, records that copy theirs
enum Place {
  MAIN(
      "main",
      new Locations.Description(
          "Larkspur Main Hospital",
          "Alder Falls",
          List.of("Larkspur Main", "the main hospital", "LMH")),
      new Talk(
          0.40,
          0.60,
          "staff staff communication communication doctor food cleanliness discharge parking"
              + " billing general"),
      List.of("the third floor", "the cardiac unit", "the fourth floor", "the recovery ward")),
  RIVERSIDE(
      "riverside",
      new Locations.Description(
          "Riverside Clinic", "Alder Falls", List.of("Riverside", "the clinic on River Street")),
      new Talk(
          0.24,
          0.48,
          "phones waiting appointments appointments staff communication doctor billing general"),
      List.of("the first floor", "the family practice side", "the lab floor")),
  NORTHGATE(
      "northgate",
      new Locations.Description(
          "Northgate Urgent Care", "Northgate", List.of("Northgate", "the urgent care")),
      new Talk(0.20, 0.52, "waiting waiting billing billing staff cleanliness doctor general"),
      List.of("the treatment side", "the X-ray corridor")),
  WOMEN(
      "women",
      new Locations.Description(
          "Larkspur Women’s and Children’s",
          "Alder Falls",
          List.of("Larkspur Women’s", "Larkspur Pediatrics", "the children’s hospital")),
      new Talk(
          0.16,
          0.80,
          "staff staff communication doctor doctor appointments cleanliness parking general"),
      List.of("the maternity floor", "the children’s ward", "labor and delivery"));

  private final String key;
  private final Locations.Description description;
  private final Talk talk;
  private final List<String> units;

  Place(String key, Locations.Description description, Talk talk, List<String> units) {
    this.key = key;
    this.description = description;
    this.talk = talk;
    this.units = units;
  }

  /**
   * What people say of a place.
   *
   * @param share of all posts
   * @param praise share of its posts that are mostly praise
   * @param themes with blanks between, one that is heard more often named more often
   */
  private record Talk(double share, double praise, String themes) {}

  String key() {
    return key;
  }

  Locations.Description description() {
    return description;
  }

  double share() {
    return talk.share();
  }

  double praise() {
    return talk.praise();
  }

  List<String> themes() {
    return List.of(talk.themes().split(" "));
  }

  List<String> units() {
    return units;
  }
}
