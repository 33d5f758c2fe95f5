package org.bedside.understanding.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  // Written so in Japan alone: neither the older forms nor those of the People's Republic.
  private static final Set<Integer> JAPANESE =
      Set.copyOf(
          "気駅歯検験薬働込続円図売発帰楽悪応様変単戦広県歩毎両処沢辺駐拡黒覚関仏払浜実予団囲圧栄営塩桜仮価絵懐壊暁勲恵渓経掲軽継芸撃剣険圏権顕効砕済斎剤雑賛歳糸児湿釈従渋獣縦粛緒叙焼証奨乗剰畳嬢譲醸触嘱真寝慎尽枢瀬斉摂専浅践銭潜繊禅双壮捜挿巣痩騒増蔵臓即滞滝択担胆遅虫鋳庁聴鎮逓鉄転点伝党稲闘徳独読弐悩脳廃拝髪抜蛮秘浜瓶払"
              .codePoints()
              .boxed()
              .filter(point -> "点虫党独担胆双壮蛮即".indexOf(point) < 0)
              .toList());

  private final List<String> languages;

  Script(String... languages) {
    this.languages = List.of(languages);
  }

  /** ISO 639-1 codes; empty for {@link #LATIN}, whose languages are all that no other script has. */
  List<String> languages() {
    return languages;
  }

  /** The script that most letters are of; null where there are none. */
  static @Nullable Script of(List<String> words) {
    var counts = new EnumMap<Script, Integer>(Script.class);
    int[] japanese = new int[1];
    for (String word : words) {
      word.codePoints()
          .filter(Character::isLetter)
          .forEach(
              point -> {
                counts.merge(of(point), weight(point), Integer::sum);
                japanese[0] += JAPANESE.contains(point) ? 1 : 0;
              });
    }
    if (counts.containsKey(HAN) && (counts.containsKey(KANA) || japanese[0] > 0)) {
      counts.merge(KANA, counts.getOrDefault(HAN, 0), Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** A sign that stands for a syllable or a word counts as its letters would. */
  private static int weight(int point) {
    return Character.isIdeographic(point) || point >= 0xAC00 && point < 0xD7B0 ? 3 : 1;
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
