package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.words.Folding;
import org.bedside.understanding.words.Words;

/** One spelling for what is written out and shortened alike, in names and in posts. */
final class Spelling {

  private static final Map<String, String> ONE =
      Map.ofEntries(
          Map.entry("saint", "st"),
          Map.entry("sainte", "st"),
          Map.entry("ste", "st"),
          Map.entry("ctr", "center"),
          Map.entry("cntr", "center"),
          Map.entry("centre", "center"),
          Map.entry("hosp", "hospital"),
          Map.entry("med", "medical"),
          Map.entry("mem", "memorial"),
          Map.entry("meml", "memorial"),
          Map.entry("reg", "regional"),
          Map.entry("regl", "regional"),
          Map.entry("rgnl", "regional"),
          Map.entry("univ", "university"),
          Map.entry("gen", "general"),
          Map.entry("comm", "community"),
          Map.entry("hlth", "health"),
          Map.entry("mt", "mount"),
          Map.entry("ft", "fort"),
          Map.entry("childrens", "children"),
          Map.entry("doctor", "dr"),
          Map.entry("doc", "dr"),
          Map.entry("dra", "dr"));

  /** Left out of names, and passed over inside them. */
  private static final Set<String> BETWEEN = Set.of("of", "the", "at", "and", "for", "de");

  private Spelling() {}

  static String of(String form) {
    return ONE.getOrDefault(form, form);
  }

  /** Whether a word may stand inside a name without being part of it: an initial, too. */
  static boolean isBetween(String form) {
    return form.length() == 1 || BETWEEN.contains(form);
  }

  /** The words of a name in their one spelling, without those that people leave out. */
  static List<String> words(String name) {
    Words words = Words.of(name);
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!BETWEEN.contains(words.form(i))) {
        forms.add(of(words.form(i)));
      }
    }
    return forms;
  }

  /** The same words as their letters are written, for handles, in which nothing is shortened. */
  static List<String> letters(String name) {
    Words words = Words.of(name);
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!BETWEEN.contains(words.form(i))) {
        letters.add(Folding.fold(name.substring(words.start(i), words.end(i))));
      }
    }
    return letters;
  }
}
