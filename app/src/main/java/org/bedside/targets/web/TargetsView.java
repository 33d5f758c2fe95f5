package org.bedside.targets.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.targets.Facts;
import org.bedside.targets.Networks;
import org.bedside.targets.PostKind;
import org.bedside.targets.TargetPlan;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.understanding.Urgency;

/**
 * The page of targets.
 *
 * @param problem message key of what can't be kept, or empty
 * @param line of the holidays that can't be read, or 0
 */
public record TargetsView(
    List<RulesForm.Row> rules,
    HoursForm hours,
    String problem,
    int line,
    TargetPlan plan,
    Instant now) {

  /**
   * What would be due when, if it came in now.
   *
   * @param key message key of what comes in
   */
  public record Example(String key, Optional<Instant> due) {}

  public List<Example> examples() {
    return List.of(
        example("critical", Urgency.Level.CRITICAL, PostKind.COMPLAINT),
        example("high", Urgency.Level.HIGH, PostKind.COMPLAINT),
        example("complaint", Urgency.Level.NONE, PostKind.COMPLAINT),
        example("question", Urgency.Level.NONE, PostKind.QUESTION),
        example("praise", Urgency.Level.NONE, PostKind.PRAISE));
  }

  private Example example(String key, Urgency.Level urgency, PostKind kind) {
    return new Example("targets.example." + key, plan.due(new Facts(urgency, kind, null, ""), now));
  }

  public List<Option> urgencies(Page page) {
    return with(
        page.text("targets.any-urgency"),
        Stream.of(Urgency.Level.CRITICAL, Urgency.Level.HIGH, Urgency.Level.LOW)
            .map(level -> new Option(level.name(), page.text("targets.urgency." + level))));
  }

  public List<Option> kinds(Page page) {
    return with(
        page.text("targets.any-kind"),
        Stream.of(PostKind.values())
            .map(kind -> new Option(kind.name(), page.text("targets.kind." + kind))));
  }

  public List<Option> stars(Page page) {
    return with(
        page.text("targets.any-stars"),
        IntStream.rangeClosed(1, 5)
            .mapToObj(n -> new Option(Integer.toString(n), page.text("targets.stars-up-to", n))));
  }

  public List<Option> networks(Page page) {
    return with(
        page.text("targets.any-network"),
        Networks.ALL.stream().map(one -> new Option(one, page.text("targets.network." + one))));
  }

  public List<Option> units(Page page) {
    return List.of(
        new Option("minutes", page.text("targets.minutes")),
        new Option("hours", page.text("targets.hours-unit")));
  }

  public List<Option> clocks(Page page) {
    return List.of(
        new Option("business", page.text("targets.business")),
        new Option("round", page.text("targets.round")));
  }

  public static String name(DayOfWeek day, Locale locale) {
    String name = day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  private static List<Option> with(String any, Stream<Option> options) {
    return Stream.concat(Stream.of(new Option("", any)), options).toList();
  }
}
