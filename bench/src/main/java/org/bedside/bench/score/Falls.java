package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bedside.bench.score.Change.Basis;
import org.bedside.bench.score.ScoreRow.Figure;

/** What became worse since the record, so that it can't go unnoticed. */
final class Falls {

  private Falls() {}

  /** Prints how each figure of one group changed, and gives those that fell or are gone. */
  static List<String> of(List<Past> recorded, List<Figure> figures) {
    Map<String, Past> byKey = new LinkedHashMap<>();
    recorded.forEach(past -> byKey.put(past.key(), past));
    Set<String> seen = new HashSet<>();
    var falls = new ArrayList<String>();
    for (Figure figure : figures) {
      seen.add(figure.key());
      Past past = byKey.get(figure.key());
      Change change = Change.of(figure, past);
      if (change.isFall() && past != null) {
        falls.add(
            String.format(
                Locale.ROOT,
                "%s: %s, recorded on %s %s: %s",
                figure.key(),
                Table.digits(figure.value()),
                past.date(),
                Table.digits(past.value()),
                change.words()));
      } else if (change.basis() != Basis.SAME_ANSWERS) {
        System.out.println("  " + figure.key() + ": " + change.words());
      }
    }
    for (Past past : recorded) {
      if (!seen.contains(past.key())) {
        falls.add(past.key() + ": recorded on " + past.date() + ", no longer measured");
      }
    }
    return falls;
  }
}
