package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.bedside.inbox.CaseClock;
import org.jspecify.annotations.Nullable;

/** How a case's clock lies in its row. */
final class CaseClocks {

  static final String COLUMNS =
      "coalesce(c.due_from, c.opened_at) as due_from, nullif(c.due_at, 'infinity') as due_at,"
          + " c.answered_at, c.answered_late, c.waiting_since";

  private CaseClocks() {}

  static CaseClock of(ResultSet row) throws SQLException {
    return new CaseClock(
        CaseColumns.instant(row, "due_from"),
        maybe(row, "due_at"),
        maybe(row, "answered_at"),
        row.getObject("answered_late", Boolean.class),
        maybe(row, "waiting_since"));
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
