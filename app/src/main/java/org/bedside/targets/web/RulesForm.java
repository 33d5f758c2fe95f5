package org.bedside.targets.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bedside.targets.Networks;
import org.bedside.targets.PostKind;
import org.bedside.targets.Rule;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/** Rules as entered, a column a list; a row without an amount is left out. */
public record RulesForm(
    @Nullable List<String> place,
    @Nullable List<String> urgency,
    @Nullable List<String> kind,
    @Nullable List<String> stars,
    @Nullable List<String> network,
    @Nullable List<String> amount,
    @Nullable List<String> unit,
    @Nullable List<String> clock) {

  private static final int EMPTY_ROWS = 2;
  private static final int MOST = 50;

  /** A row of the form. */
  public record Row(
      String place,
      String urgency,
      String kind,
      String stars,
      String network,
      String amount,
      String unit,
      String clock) {}

  static List<Row> rows(List<Rule> rules) {
    List<Row> rows = new ArrayList<>();
    for (Rule rule : rules) {
      boolean hours = rule.minutes() % 60 == 0;
      rows.add(
          new Row(
              Integer.toString(rows.size() + 1),
              rule.urgency() == Urgency.Level.NONE ? "" : rule.urgency().name(),
              rule.kind() == null ? "" : rule.kind().name(),
              rule.stars() == null ? "" : rule.stars().toString(),
              rule.network() == null ? "" : rule.network(),
              Integer.toString(hours ? rule.minutes() / 60 : rule.minutes()),
              hours ? "hours" : "minutes",
              rule.roundTheClock() ? "round" : "business"));
    }
    for (int i = 0; i < EMPTY_ROWS; i++) {
      rows.add(new Row(Integer.toString(rows.size() + 1), "", "", "", "", "", "hours", "business"));
    }
    return rows;
  }

  /** What was entered, to be shown again. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; amount != null && i < Math.min(amount.size(), MOST); i++) {
      rows.add(
          new Row(
              at(place, i),
              at(urgency, i),
              at(kind, i),
              at(stars, i),
              at(network, i),
              at(amount, i),
              at(unit, i),
              at(clock, i)));
    }
    return rows;
  }

  /** The rules in the order of their places; empty where something can't be read. */
  Optional<List<Rule>> rules() {
    record Placed(int place, Rule rule) {}
    List<Placed> placed = new ArrayList<>();
    try {
      for (Row row : rows()) {
        if (!row.amount().isEmpty()) {
          int place = row.place().isEmpty() ? MOST : Integer.parseInt(row.place());
          placed.add(new Placed(place, rule(row)));
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(
        placed.stream().sorted(Comparator.comparingInt(Placed::place)).map(Placed::rule).toList());
  }

  private static Rule rule(Row row) {
    long minutes =
        Math.multiplyExact(Long.parseLong(row.amount()), row.unit().equals("minutes") ? 1L : 60L);
    if (minutes < 1 || minutes > Rule.MOST_MINUTES) {
      throw new IllegalArgumentException("out of range");
    }
    int stars = row.stars().isEmpty() ? 0 : Integer.parseInt(row.stars());
    if (stars < 0 || stars > 10) {
      throw new IllegalArgumentException("out of range");
    }
    return new Rule(
        row.urgency().isEmpty() ? Urgency.Level.NONE : Urgency.Level.valueOf(row.urgency()),
        row.kind().isEmpty() ? null : PostKind.valueOf(row.kind()),
        stars == 0 ? null : stars,
        Networks.ALL.contains(row.network()) ? row.network() : null,
        (int) minutes,
        row.clock().equals("round"));
  }

  private static String at(@Nullable List<String> column, int index) {
    return column == null || column.size() <= index ? "" : column.get(index).strip();
  }
}
