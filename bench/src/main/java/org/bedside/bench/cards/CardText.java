package org.bedside.bench.cards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.bench.score.Answered;
import org.bedside.bench.score.Bootstrap;
import org.bedside.bench.score.Bootstrap.Interval;
import org.bedside.bench.score.ScoreRow;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.bench.score.Table;
import org.bedside.bench.score.Target;

/** Writes the part of a card that is measured. */
final class CardText {

  // Fewer tell nothing.
  private static final int FEWEST = 15;

  private CardText() {}

  static String of(List<Figure> figures) {
    var text = new StringBuilder("\n## Figures\n\n");
    if (figures.isEmpty()) {
      return text.append("Nothing is measured yet.\n").toString();
    }
    text.append("| figure | rows | value | 95% | target | others on other rows |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Figure figure : figures) {
      text.append(
          String.format(
              "| %s, %s | %s | %s | %s to %s | %s | %s |\n",
              figure.judgement(),
              figure.metric(),
              figure.rows(),
              Table.digits(figure.value()),
              Table.digits(figure.low()),
              Table.digits(figure.high()),
              Table.targets(figure),
              figure.anchors()));
    }
    Map<List<String>, List<Figure>> byTexts = new LinkedHashMap<>();
    for (Figure figure : figures) {
      Answered answered = figure.answered();
      boolean isMain =
          !Target.of(figure).isEmpty() && !figure.metric().equals(ScoreRow.CALIBRATION);
      if (answered != null && (isMain || figure.rows().contains("Spanish"))) {
        byTexts.computeIfAbsent(answered.texts(), t -> new ArrayList<>()).add(figure);
      }
    }
    if (!byTexts.isEmpty()) {
      text.append(
          """

          ## By subgroup

          In brackets the 95%% interval by bootstrap. **Bold** is what differs from all the other texts of the
          table by more than its noise; with so many cells a few are bold by chance. Words only hint at who
          writes: see `Marks` in `bench`. Subgroups of fewer than %d texts that count are left out.
          """
              .formatted(FEWEST));
    }
    byTexts.forEach((texts, of) -> text.append(subgroups(texts, of)));
    return text.toString();
  }

  private static String subgroups(List<String> texts, List<Figure> figures) {
    var text = new StringBuilder("\n| " + figures.getFirst().rowsName() + " | texts |");
    figures.forEach(
        f -> text.append(" ").append(f.judgement()).append(", ").append(f.metric()).append(" |"));
    text.append("\n|---|---|").append("---|".repeat(figures.size())).append("\n");
    var fewer = new ArrayList<String>();
    for (Subgroup subgroup : Subgroups.of(texts)) {
      if (subgroup.rows().length < FEWEST) {
        fewer.add(subgroup.name());
        continue;
      }
      text.append("| ")
          .append(subgroup.name())
          .append(" | ")
          .append(subgroup.rows().length)
          .append(" |");
      for (Figure figure : figures) {
        text.append(" ").append(cell(figure, subgroup)).append(" |");
      }
      text.append("\n");
    }
    if (!fewer.isEmpty()) {
      text.append("\nToo few: ").append(String.join("; ", fewer)).append(".\n");
    }
    return text.toString();
  }

  private static String cell(Figure figure, Subgroup subgroup) {
    Answered answered = figure.answered();
    if (answered == null) {
      return "";
    }
    var measure = answered.figure();
    long counted =
        Arrays.stream(subgroup.rows())
            .filter(row -> !Double.isNaN(measure.applyAsDouble(new int[] {row})))
            .count();
    if (counted < FEWEST) {
      return "—";
    }
    double value = measure.applyAsDouble(subgroup.rows());
    Interval interval = Bootstrap.interval(measure, subgroup.rows());
    String cell =
        String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, interval.low(), interval.high());
    if (subgroup.others().length < FEWEST) {
      return cell;
    }
    Interval apart = Bootstrap.apart(measure, subgroup.rows(), subgroup.others());
    return apart.low() > 0 || apart.high() < 0 ? "**" + cell + "**" : cell;
  }
}
