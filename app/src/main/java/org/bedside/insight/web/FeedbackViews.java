package org.bedside.insight.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.SignedIn;
import org.bedside.insight.Feedback;
import org.bedside.insight.Feedback.Period;
import org.bedside.insight.Feedback.StepCount;
import org.bedside.insight.Feedback.ThemeCount;
import org.bedside.ui.Matrix;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.ui.StackedBars;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the figures together for a reader. */
@Component
class FeedbackViews {

  private static final int MOST_LOCATIONS = 12;
  private static final int MOST_THEMES = 25;

  private final Feedback feedback;
  private final Locations locations;
  private final Clock clock;

  FeedbackViews(Feedback feedback, Locations locations, Clock clock) {
    this.feedback = feedback;
    this.locations = locations;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public FeedbackView view(
      @Nullable String wantedPeriod, @Nullable UUID location, SignedIn who, Page page) {
    String name = known(wantedPeriod);
    Period period = period(name, who);
    List<StepCount> steps = feedback.overTime(period, location);
    List<StepCount> earlier = feedback.overTime(period.before(), location);
    List<Location> places = locations.all();
    // over years the day says little and the year much
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedPattern(name.equals("5y") ? "yMMM" : "MMMd")
            .withLocale(page.locale());
    List<String> labels = steps.stream().map(step -> step.from().format(day)).toList();
    return new FeedbackView(
        page.text("feedback.lede", page.day(period.first()), page.day(period.last())),
        summary(steps, labels, page),
        FeedbackView.Totals.of(steps),
        FeedbackView.Totals.of(earlier),
        posts(period.first(), period.last(), location, null, null),
        bars(steps, labels, location, page),
        steps,
        labels,
        matrix(feedback.themes(period, location), period, places, page),
        periods(page),
        name,
        places.stream().map(p -> new Option(p.id().toString(), p.name())).toList(),
        location == null ? "" : location.toString(),
        "?period=" + name + (location == null ? "" : "&location=" + location));
  }

  private static String known(@Nullable String period) {
    return period != null && List.of("30d", "12w", "12m", "5y").contains(period) ? period : "12w";
  }

  private static List<Option> periods(Page page) {
    return List.of(
        new Option("30d", page.text("feedback.period.30d")),
        new Option("12w", page.text("feedback.period.12w")),
        new Option("12m", page.text("feedback.period.12m")),
        new Option("5y", page.text("feedback.period.5y")));
  }

  private Period period(String name, SignedIn who) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
    return switch (name) {
      case "30d" -> new Period(today.minusDays(29), today, who.zone(), 1);
      case "12m" -> new Period(today.minusDays(28 * 13 - 1), today, who.zone(), 28);
      case "5y" -> new Period(today.minusDays(91 * 20 - 1), today, who.zone(), 91);
      case String twelveWeeks -> new Period(today.minusDays(7 * 12 - 1), today, who.zone(), 7);
    };
  }

  private static StackedBars bars(
      List<StepCount> steps, List<String> labels, @Nullable UUID location, Page page) {
    List<StackedBars.Stack> stacks = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      StepCount step = steps.get(i);
      stacks.add(
          new StackedBars.Stack(
              labels.get(i),
              posts(step.from(), step.until(), location, null, null),
              page.text(
                  "feedback.bar",
                  labels.get(i),
                  step.total(),
                  step.positive(),
                  step.neutral(),
                  step.negative()),
              List.of(step.positive(), step.neutral(), step.negative())));
    }
    return new StackedBars(
        List.of(
            new StackedBars.Series(page.text("sentiment.POSITIVE"), "glad"),
            new StackedBars.Series(page.text("sentiment.NEUTRAL"), "even"),
            new StackedBars.Series(page.text("sentiment.NEGATIVE"), "sad")),
        stacks);
  }

  private static String summary(List<StepCount> steps, List<String> labels, Page page) {
    Optional<StepCount> worst =
        steps.stream()
            .filter(step -> step.negative() > 0)
            .max(Comparator.comparingLong(StepCount::negative));
    return worst
        .map(
            step ->
                page.text(
                    "feedback.summary",
                    labels.get(steps.indexOf(step)),
                    step.negative(),
                    step.total()))
        .orElseGet(() -> page.text("feedback.summary-none"));
  }

  private static Matrix matrix(
      List<ThemeCount> counts, Period period, List<Location> places, Page page) {
    Map<String, Long> byTheme = new LinkedHashMap<>();
    counts.forEach(count -> byTheme.merge(count.theme(), count.posts(), Long::sum));
    List<Column> columns =
        new ArrayList<>(
            places.stream()
                .filter(place -> counts.stream().anyMatch(c -> place.id().equals(c.location())))
                .limit(MOST_LOCATIONS)
                .map(place -> new Column(place.id(), place.name()))
                .toList());
    if (counts.stream().anyMatch(count -> count.location() == null)) {
      columns.add(new Column(null, page.text("feedback.no-location")));
    }
    List<Matrix.Row> rows =
        byTheme.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_THEMES)
            .map(
                theme ->
                    new Matrix.Row(
                        themeName(page, theme.getKey()),
                        cells(counts, theme.getKey(), columns, period, page)))
            .toList();
    return new Matrix(
        page.text("feedback.matrix"),
        page.text("feedback.theme"),
        columns.stream().map(Column::name).toList(),
        rows);
  }

  private static List<Matrix.@Nullable Cell> cells(
      List<ThemeCount> counts, String theme, List<Column> columns, Period period, Page page) {
    List<Matrix.@Nullable Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      long negative = 0;
      long positive = 0;
      long total = 0;
      for (ThemeCount count : counts) {
        if (count.theme().equals(theme)
            && java.util.Objects.equals(count.location(), column.location())) {
          total += count.posts();
          negative += count.sentiment() == SentimentLabel.NEGATIVE ? count.posts() : 0;
          positive += count.sentiment() == SentimentLabel.POSITIVE ? count.posts() : 0;
        }
      }
      cells.add(
          total == 0
              ? null
              : new Matrix.Cell(
                  negative,
                  positive,
                  total,
                  posts(period.first(), period.last(), column.location(), theme, column),
                  page.text(
                      "feedback.cell",
                      total,
                      themeName(page, theme),
                      column.name(),
                      negative,
                      positive)));
    }
    return cells;
  }

  /** The address of the posts behind a figure. */
  private static String posts(
      LocalDate from,
      LocalDate until,
      @Nullable UUID location,
      @Nullable String theme,
      @Nullable Column column) {
    String place =
        location != null ? "&location=" + location : column != null ? "&location=none" : "";
    return "/inbox?state=all&order=newest&from="
        + from
        + "&until="
        + until
        + place
        + (theme == null ? "" : "&theme=" + URLEncoder.encode(theme, StandardCharsets.UTF_8));
  }

  static String themeName(Page page, String label) {
    String slug =
        Normalizer.normalize(label, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return page.hasText("theme." + slug) ? page.text("theme." + slug) : label;
  }

  private record Column(@Nullable UUID location, String name) {}
}
