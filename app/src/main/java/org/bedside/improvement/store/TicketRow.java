package org.bedside.improvement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Plan;
import org.bedside.improvement.Ticket;
import org.bedside.improvement.Topic;
import org.jspecify.annotations.Nullable;

/** A ticket as it lies in the database. */
final class TicketRow {

  static final String SELECT = "select * from improvement_ticket";

  private TicketRow() {}

  static Ticket of(ResultSet row, int number) throws SQLException {
    String clinician = row.getString("clinician");
    return new Ticket(
        row.getLong("id"),
        new Topic(
            row.getString("theme"),
            row.getObject("location_id", UUID.class),
            clinician == null ? null : new Clinician(clinician, row.getString("clinician_name"))),
        new Plan(
            row.getString("title"),
            row.getString("change"),
            row.getObject("owner", UUID.class),
            row.getString("owner_name"),
            row.getObject("due", LocalDate.class)),
        Ticket.State.valueOf(row.getString("state")),
        row.getString("outcome"),
        instant(row, "opened_at"),
        row.getString("opened_by"),
        orNull(row, "closed_at"),
        instant(row, "changed_at"),
        row.getInt("version"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
