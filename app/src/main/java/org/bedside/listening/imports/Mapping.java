package org.bedside.listening.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a file are.
 *
 * @param columns position from 0 of the column of each field that the file has
 * @param dates how its dates are written
 */
public record Mapping(Map<Field, Integer> columns, DateStyle dates) {

  public Mapping {
    columns = Map.copyOf(columns);
  }

  /** The best guess from the headings; each column is at most one field. */
  public static Map<Field, Integer> guess(List<String> headings) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (boolean exact : new boolean[] {true, false}) {
      for (Field field : Field.values()) {
        if (columns.containsKey(field)) {
          continue;
        }
        int best = -1;
        for (int i = 0; i < headings.size(); i++) {
          int fit = field.fit(headings.get(i));
          boolean better = best < 0 || fit < field.fit(headings.get(best));
          if (fit >= 0 && (fit < 100) == exact && better && !columns.containsValue(i)) {
            best = i;
          }
        }
        if (best >= 0) {
          columns.put(field, best);
        }
      }
    }
    return columns;
  }

  /** Whether a row can become a post at all: there are words or a rating. */
  public boolean isEnough() {
    return columns.containsKey(Field.TEXT) || columns.containsKey(Field.RATING);
  }
}
