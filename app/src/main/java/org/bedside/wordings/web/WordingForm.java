package org.bedside.wordings.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.wordings.NetworkText;
import org.bedside.wordings.Occasion;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Tone;
import org.bedside.wordings.WordingText;
import org.jspecify.annotations.Nullable;

/**
 * A wording as entered.
 *
 * @param own names of the organization's own themes, one on each line
 */
public record WordingForm(
    @Nullable String name,
    @Nullable String tone,
    @Nullable Boolean whole,
    @Nullable String english,
    @Nullable String spanish,
    @Nullable List<String> theme,
    @Nullable String own,
    @Nullable List<String> occasion,
    @Nullable List<String> network) {

  private static final int MOST_THEMES = 60;
  private static final int LONGEST_THEME = 200;

  static final WordingForm EMPTY =
      new WordingForm(
          "", Tone.INFORMATION.name(), false, "", "", List.of(), "", List.of(), List.of());

  /**
   * @param framework the themes that can be ticked; the others are the organization's own
   */
  static WordingForm of(WordingText text, List<String> framework) {
    return new WordingForm(
        text.name(),
        text.tone().name(),
        text.whole(),
        text.words().english(),
        text.words().spanish(),
        text.themes().stream().filter(framework::contains).sorted().toList(),
        text.themes().stream()
            .filter(theme -> !framework.contains(theme))
            .sorted()
            .collect(Collectors.joining("\n")),
        text.occasions().stream().map(Enum::name).sorted().toList(),
        text.networks().stream().sorted().toList());
  }

  public String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** An unticked box sends nothing. */
  public boolean isWhole() {
    return Boolean.TRUE.equals(whole);
  }

  public boolean has(@Nullable List<String> chosen, String value) {
    return chosen != null && chosen.contains(value);
  }

  WordingText wording() {
    return new WordingText(
        text(name).replaceAll("\\p{Cntrl}+", " "),
        Arrays.stream(Tone.values())
            .filter(one -> one.name().equals(tone))
            .findFirst()
            .orElse(Tone.INFORMATION),
        isWhole(),
        new Pair(text(english), text(spanish)),
        themes(),
        Arrays.stream(Occasion.values())
            .filter(one -> has(occasion, one.name()))
            .collect(Collectors.toSet()),
        NetworkText.all().stream()
            .map(NetworkText::id)
            .filter(id -> has(network, id))
            .collect(Collectors.toSet()));
  }

  private Set<String> themes() {
    return Stream.concat(theme == null ? Stream.of() : theme.stream(), text(own).lines())
        .map(String::strip)
        .filter(one -> !one.isEmpty() && one.length() <= LONGEST_THEME)
        .limit(MOST_THEMES)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
