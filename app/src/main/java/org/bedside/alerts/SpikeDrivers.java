package org.bedside.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a spike is about: themes, places, sources and words that occur at least twice as often as
 * the time before would make one expect. Pure.
 */
final class SpikeDrivers {

  private static final int SHOWN = 3;
  private static final int WORDS_SHOWN = 6;
  private static final long FEWEST = 3;
  private static final double TIMES = 2;
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,30}");

  /** What people say about anything. */
  private static final Set<String> COMMON =
      Set.of(
          "that",
          "this",
          "with",
          "have",
          "from",
          "they",
          "were",
          "been",
          "there",
          "their",
          "what",
          "when",
          "would",
          "about",
          "which",
          "will",
          "your",
          "just",
          "more",
          "than",
          "then",
          "them",
          "very",
          "after",
          "because",
          "could",
          "only",
          "other",
          "some",
          "even",
          "here",
          "into",
          "para",
          "como",
          "pero",
          "porque",
          "cuando",
          "desde",
          "hasta",
          "esta",
          "este",
          "esto",
          "todo",
          "todos",
          "muy",
          "sobre",
          "también",
          "hospital",
          "donde",
          "nada",
          "está",
          "había");

  private SpikeDrivers() {}

  /**
   * Themes, places and sources, those with the most posts beyond the usual first.
   *
   * @param now posts of the stretch
   * @param before posts of the stretches before it
   * @param stretches how many these are
   */
  static List<Driver> of(List<Facts.Counted> now, List<Facts.Counted> before, int stretches) {
    List<Driver> drivers = new ArrayList<>();
    drivers.addAll(
        over(
            Driver.Type.THEME,
            now,
            before,
            stretches,
            fact -> fact.themes().stream().filter(ThemeWeight::isTheme).distinct().toList()));
    drivers.addAll(
        over(
            Driver.Type.PLACE,
            now,
            before,
            stretches,
            fact -> fact.location() == null ? List.of() : List.of(fact.location().toString())));
    drivers.addAll(
        over(
            Driver.Type.SOURCE, now, before, stretches, fact -> List.of(fact.source().toString())));
    return drivers;
  }

  private static List<Driver> over(
      Driver.Type type,
      List<Facts.Counted> now,
      List<Facts.Counted> before,
      int stretches,
      Function<Facts.Counted, List<String>> names) {
    Map<String, Long> usual = counted(before.stream().map(names).toList());
    return counted(now.stream().map(names).toList()).entrySet().stream()
        .map(
            one ->
                new Driver(
                    type,
                    one.getKey(),
                    one.getValue(),
                    (double) usual.getOrDefault(one.getKey(), 0L) / Math.max(1, stretches)))
        .filter(one -> one.count() >= FEWEST && one.count() >= TIMES * one.expected())
        .sorted(gravest())
        .limit(SHOWN)
        .toList();
  }

  /**
   * Words that at least three posts share and that a far smaller part of the posts before held.
   *
   * @param now texts of the stretch
   * @param before texts of some posts before it
   */
  static List<Driver> words(List<String> now, List<String> before) {
    Map<String, Long> usual = counted(before.stream().map(SpikeDrivers::words).toList());
    return counted(now.stream().map(SpikeDrivers::words).toList()).entrySet().stream()
        .map(
            one ->
                new Driver(
                    Driver.Type.WORD,
                    one.getKey(),
                    one.getValue(),
                    now.size()
                        * (usual.getOrDefault(one.getKey(), 0L) / Math.max(1.0, before.size()))))
        .filter(one -> one.count() >= FEWEST && one.count() >= TIMES * one.expected())
        .sorted(gravest())
        .limit(WORDS_SHOWN)
        .toList();
  }

  private static Comparator<Driver> gravest() {
    return Comparator.comparingDouble((Driver one) -> one.expected() - one.count())
        .thenComparing(Driver::name);
  }

  private static List<String> words(String text) {
    Set<String> words = new HashSet<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> !COMMON.contains(word))
        .forEach(words::add);
    return List.copyOf(words);
  }

  /** In how many of the lists each name occurs. */
  private static Map<String, Long> counted(List<List<String>> names) {
    Map<String, Long> counts = new HashMap<>();
    names.forEach(list -> list.forEach(name -> counts.merge(name, 1L, Long::sum)));
    return counts;
  }
}
