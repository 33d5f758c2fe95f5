package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.bench.Data;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.understanding.Understanding;

/**
 * Prints the scoreboard, writes it into the section "Understanding" of docs/figures.md, and holds
 * it against what was recorded last: ends with 1 where a figure fell by more than its noise, or is
 * no longer measured.
 */
public final class Score {

  private static final String RECORD = "--record";
  private static final Path RECORDED = Path.of("bench/recorded");

  private Score() {}

  /**
   * Arguments: the groups of rows to measure anew, the others staying; none for all of them; {@code
   * --record} to put these figures in the place of those recorded.
   */
  public static void main(String[] arguments) throws IOException {
    var wanted = new ArrayList<>(List.of(arguments));
    boolean isToRecord = wanted.remove(RECORD);
    Groups.check("bin/bench score [--record] [group ...]", wanted);
    Recorded recorded = Recorded.read(RECORDED);
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    var measured = new ArrayList<Figure>();
    var falls = new ArrayList<String>();
    for (Map.Entry<String, ScoreRow> group : Groups.all().entrySet()) {
      if (!wanted.isEmpty() && !wanted.contains(group.getKey())) {
        continue;
      }
      List<Figure> figures = group.getValue().measure(data, understanding);
      measured.addAll(figures);
      FiguresFile.write(group.getKey(), figures);
      System.out.println(Table.HEAD.stripTrailing());
      figures.forEach(figure -> System.out.print(Table.line(figure)));
      System.out.println();
      falls.addAll(Falls.of(recorded.ofGroup(group.getKey()), figures));
      if (isToRecord) {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        recorded.replace(
            group.getKey(), figures.stream().map(f -> Past.of(group.getKey(), f, today)).toList());
      }
    }
    report(measured, wanted.isEmpty() ? Target.without(measured) : List.of());
    System.out.println();
    falls.forEach(fall -> System.out.println("FELL " + fall));
    System.out.printf(
        "%d figures, %d fell by more than their noise or are gone%s%n",
        measured.size(), falls.size(), isToRecord ? "; recorded as they are now" : "");
    System.exit(falls.isEmpty() || isToRecord ? 0 : 1);
  }

  private static void report(List<Figure> measured, List<Target> without) {
    System.out.println("Targets:");
    for (Figure figure : measured) {
      for (Target target : Target.of(figure)) {
        System.out.printf(
            "  %s, %s on %s: %s, %s%n",
            figure.judgement(),
            figure.metric(),
            figure.rows(),
            Table.digits(figure.value()),
            target.against(figure));
      }
    }
    without.forEach(
        target ->
            System.out.printf(
                "  %s, %s: %.2f, nothing measured%n",
                target.judgement(), target.metric(), target.value()));
  }
}
