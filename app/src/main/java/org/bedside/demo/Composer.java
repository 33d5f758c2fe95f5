package org.bedside.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Puts sentences together so that no two posts are the same. */
final class Composer {

  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> DAYS_ES =
      List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo");
  private static final List<String> KIN =
      List.of(
          "my mother", "my father", "my husband", "my wife", "my daughter", "my son", "my aunt");
  private static final List<String> KIN_ES =
      List.of("mi mamá", "mi papá", "mi esposo", "mi hija", "mi abuela");
  private static final List<String> UNITS_ES = List.of("urgencias", "recepción", "enfermería");
  private static final List<String> MINUTES =
      List.of("35", "40", "45", "50", "55", "65", "70", "80", "90");
  private static final List<String> FIRST =
      List.of(
          "quiet",
          "blue",
          "mossy",
          "copper",
          "little",
          "sunny",
          "gravel",
          "maple",
          "paper",
          "northern",
          "velvet",
          "humble");
  private static final List<String> SECOND =
      List.of(
          "harbor", "teapot", "heron", "lantern", "orchard", "bicycle", "pebble", "kettle",
          "meadow", "otter", "ladder", "thimble");

  private final Sentences sentences;
  private final SplittableRandom random;
  private final Set<String> used = new HashSet<>();

  Composer(Sentences sentences, SplittableRandom random) {
    this.sentences = sentences;
    this.random = random;
  }

  /** How the writer feels about it all. */
  enum Mood {
    PRAISE,
    MIXED,
    BLAME,
    NEITHER
  }

  record Words(String text, Mood mood) {}

  /** What somebody may say of that place on any day. */
  Words usual(Place place) {
    String language = random.nextDouble() < 0.13 ? "es" : "en";
    double draw = random.nextDouble();
    if (draw < 0.05) {
      return unheard(place, language, Mood.NEITHER, List.of());
    }
    boolean praise = random.nextDouble() < place.praise();
    Mood mood = draw < 0.16 ? Mood.MIXED : praise ? Mood.PRAISE : Mood.BLAME;
    return unheard(place, language, mood, place.themes());
  }

  /** What somebody says who is unhappy about these themes. */
  Words blame(Place place, List<String> themes) {
    return unheard(place, random.nextDouble() < 0.12 ? "es" : "en", Mood.BLAME, themes);
  }

  /** A very long complaint. */
  Words veryLong(Place place, int length) {
    List<String> parts =
        sentences.blame("en").stream()
            .limit(length)
            .map(sentence -> filled(sentence, place, "en"))
            .toList();
    return new Words(String.join(" ", parts), Mood.BLAME);
  }

  private Words unheard(Place place, String language, Mood mood, List<String> themes) {
    String text = words(place, language, mood, themes);
    for (int again = 0; again < 20 && !used.add(text); again++) {
      text = words(place, language, mood, themes);
    }
    return new Words(text, mood);
  }

  private String words(Place place, String language, Mood mood, List<String> themes) {
    return switch (mood) {
      case NEITHER -> filled(one(sentences.neutral(language)), place, language);
      case PRAISE -> some(place, language, themes, true, length());
      case BLAME -> some(place, language, themes, false, length());
      case MIXED ->
          some(place, language, themes, true, 1)
              + (language.equals("es") ? " Pero: " : " On the other hand: ")
              + some(place, language, themes, false, 1 + random.nextInt(2));
    };
  }

  private int length() {
    return List.of(1, 2, 2, 3, 3, 3, 4, 5).get(random.nextInt(8));
  }

  private String some(
      Place place, String language, List<String> themes, boolean praise, int length) {
    List<String> parts = new ArrayList<>();
    for (int tries = 0; tries < 60 && parts.size() < length; tries++) {
      List<String> known = sentences.of(language, one(themes), praise);
      if (!known.isEmpty()) {
        String sentence = one(known);
        if (!parts.contains(sentence)) {
          parts.add(sentence);
        }
      }
    }
    if (parts.isEmpty() || random.nextDouble() < 0.25) {
      parts.add(one(sentences.of(language, "general", praise)));
    }
    return String.join(
        " ", parts.stream().distinct().map(part -> filled(part, place, language)).toList());
  }

  private String filled(String sentence, Place place, String language) {
    boolean spanish = language.equals("es");
    return sentence
        .replace("{place}", place.description().name())
        .replace("{unit}", one(spanish ? UNITS_ES : place.units()))
        .replace("{day}", one(spanish ? DAYS_ES : DAYS))
        .replace("{kin}", one(spanish ? KIN_ES : KIN))
        .replace("{minutes}", one(MINUTES));
  }

  /** Stars as people give them: mostly the ends. */
  double stars(Words words) {
    double draw = random.nextDouble();
    return switch (words.mood()) {
      case PRAISE -> draw < 0.78 ? 5 : 4;
      case MIXED -> draw < 0.6 ? 3 : draw < 0.8 ? 4 : 2;
      case BLAME -> draw < 0.58 ? 1 : draw < 0.88 ? 2 : 3;
      case NEITHER -> draw < 0.5 ? 4 : 3;
    };
  }

  String question(Words words) {
    return switch (words.mood()) {
      case PRAISE -> "What was good about your stay?";
      case BLAME, MIXED -> "Is there anything we could have done better?";
      case NEITHER -> "Is there anything else you would like to tell us?";
    };
  }

  String author() {
    String name = one(FIRST) + one(SECOND);
    return switch (random.nextInt(4)) {
      case 0 -> name + random.nextInt(10, 99);
      case 1 -> (char) ('A' + random.nextInt(26)) + ". from Alder Falls";
      case 2 -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
      default -> name;
    };
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
