package org.bedside.wordings.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.understanding.Verdict;
import org.bedside.wordings.Occasion;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Tone;
import org.bedside.wordings.Wording;
import org.bedside.wordings.WordingText;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Between rows and wordings. */
final class WordingRows {

  static final String SELECT =
      """
      select id, name, tone, whole, english, spanish, themes, occasions, networks, verdict,
        changed_by, changed_at, approved_by, approved_at, retired_at
      from wording
      """;

  private WordingRows() {}

  static StatementSpec text(StatementSpec statement, WordingText text) {
    return statement
        .param("name", text.name())
        .param("tone", text.tone().name())
        .param("whole", text.whole())
        .param("english", text.words().english())
        .param("spanish", text.words().spanish())
        .param("themes", sorted(text.themes()))
        .param(
            "occasions",
            sorted(text.occasions().stream().map(Enum::name).collect(Collectors.toSet())))
        .param("networks", sorted(text.networks()));
  }

  static Wording wording(ResultSet row, int number) throws SQLException {
    OffsetDateTime approved = row.getObject("approved_at", OffsetDateTime.class);
    return new Wording(
        row.getObject("id", UUID.class),
        new WordingText(
            row.getString("name"),
            Tone.valueOf(row.getString("tone")),
            row.getBoolean("whole"),
            new Pair(row.getString("english"), row.getString("spanish")),
            strings(row.getArray("themes")),
            strings(row.getArray("occasions")).stream()
                .map(Occasion::valueOf)
                .collect(Collectors.toSet()),
            strings(row.getArray("networks"))),
        Verdict.Decision.valueOf(row.getString("verdict")),
        row.getString("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        approved == null
            ? null
            : new Wording.Approval(row.getString("approved_by"), approved.toInstant()),
        row.getObject("retired_at", OffsetDateTime.class) != null);
  }

  private static String[] sorted(Set<String> strings) {
    return new TreeSet<>(strings).toArray(String[]::new);
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
  }
}
