package org.bedside.alerts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.bedside.alerts.Alert;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.AlertState;
import org.bedside.alerts.Closing;
import org.bedside.alerts.Driver;
import org.bedside.alerts.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads an alert from its row. */
@Component
class AlertRows {

  static final String SELECT =
      """
      select id, kind, about, severity, state, mention_id, source_id, location_id, parts::text,
        drivers::text, opened_at, due_at, step, acknowledged_at, acknowledged_name, closed_at,
        closed_name, closed_why
      from alert
      """;

  private final JsonMapper json;

  AlertRows(JsonMapper json) {
    this.json = json;
  }

  Alert read(ResultSet row, int number) throws SQLException {
    String why = row.getString("closed_why");
    return new Alert(
        row.getLong("id"),
        AlertKind.valueOf(row.getString("kind")),
        row.getString("about"),
        row.getInt("severity"),
        AlertState.valueOf(row.getString("state")),
        row.getObject("mention_id", Long.class),
        row.getObject("source_id", UUID.class),
        row.getObject("location_id", UUID.class),
        json.readValue(row.getString("parts"), new TypeReference<List<Part>>() {}),
        json.readValue(row.getString("drivers"), new TypeReference<List<Driver>>() {}),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        instant(row, "due_at"),
        row.getInt("step"),
        deed(row, "acknowledged"),
        deed(row, "closed"),
        why == null ? null : Closing.valueOf(why));
  }

  private static Alert.@Nullable Deed deed(ResultSet row, String what) throws SQLException {
    Instant at = instant(row, what + "_at");
    String by = row.getString(what + "_name");
    return at == null ? null : new Alert.Deed(at, by == null ? "" : by);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
