package org.bedside.assessment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How themes that people named earlier are called now: own themes get other names and are removed,
 * corrections are kept for good as they were said.
 */
final class ThemeNames {

  private final Set<String> current = new HashSet<>();
  private final Map<String, String> renamed = new HashMap<>();
  private final Set<String> removed = new HashSet<>();

  private ThemeNames() {}

  private record Row(String name, List<String> former, boolean removed) {

    static Row of(ResultSet row, int index) throws SQLException {
      return new Row(
          row.getString("name"),
          List.of((String[]) row.getArray("former_names").getArray()),
          row.getBoolean("removed"));
    }
  }

  /** Those of the current organization. */
  static ThemeNames read(JdbcClient jdbc) {
    var names = new ThemeNames();
    jdbc.sql("select name, former_names, removed_at is not null as removed from own_theme")
        .query(Row::of)
        .list()
        .forEach(names::add);
    return names;
  }

  private void add(Row row) {
    if (row.removed()) {
      removed.add(row.name());
      removed.addAll(row.former());
    } else {
      current.add(row.name());
      row.former().forEach(former -> renamed.put(former, row.name()));
    }
  }

  /** The lines of a correction with each theme by its name of now, those removed left out. */
  String now(String lines) {
    if (renamed.isEmpty() && removed.isEmpty()) {
      return lines;
    }
    return lines
        .lines()
        .map(name -> current.contains(name) ? name : renamed.getOrDefault(name, name))
        .filter(name -> current.contains(name) || !removed.contains(name))
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
