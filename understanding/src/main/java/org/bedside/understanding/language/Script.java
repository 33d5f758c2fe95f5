package org.bedside.understanding.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing, and the languages that are told apart in it; the first of them is by far the
 * most met and is taken where nothing else tells.
 */
enum Script {
  CYRILLIC("ru", "uk", "bg", "sr", "be"),
  ARABIC("ar", "fa", "ur", "ku"),
  DEVANAGARI("hi", "mr"),
  HAN("zh"),
  KANA("ja"),
  HANGUL("ko"),
  THAI("th"),
  HEBREW("he"),
  GREEK("el"),
  ARMENIAN("hy"),
  GEORGIAN("ka"),
  ETHIOPIC("am"),
  BENGALI("bn"),
  GUJARATI("gu"),
  GURMUKHI("pa"),
  KANNADA("kn"),
  LAO("lo"),
  MALAYALAM("ml"),
  ORIYA("or"),
  TAMIL("ta"),
  TELUGU("te"),
  /** The letters of all the others. */
  LATIN;

  private final String languages;

  Script(String... languages) {
    this.languages = String.join(" ", languages);
  }

  /**
   * ISO 639-1 codes; empty for {@link #LATIN}, whose languages are all that no other script has.
   */
  List<String> languages() {
    return languages.isEmpty() ? List.of() : List.of(languages.split(" "));
  }

  /** The script that most letters are of; null where there are none. */
  static @Nullable Script of(List<String> words) {
    var counts = new EnumMap<Script, Integer>(Script.class);
    for (String word : words) {
      word.codePoints()
          .filter(Character::isLetter)
          .forEach(point -> counts.merge(of(point), weight(point), Integer::sum));
    }
    // Chinese has no kana; Japanese without any, a word or two, is taken for Chinese.
    if (counts.containsKey(KANA)) {
      counts.merge(KANA, counts.getOrDefault(HAN, 0), Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** A sign that stands for a syllable or a word counts as its letters would. */
  private static int weight(int point) {
    return Character.isIdeographic(point) || (point >= 0xAC00 && point < 0xD7B0) ? 3 : 1;
  }

  private static Script of(int point) {
    if (point < 0x250) {
      return LATIN;
    }
    UnicodeScript script = UnicodeScript.of(point);
    if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA || point == 'ー') {
      return KANA;
    }
    for (Script one : values()) {
      if (one.name().equals(script.name())) {
        return one;
      }
    }
    return LATIN;
  }
}
