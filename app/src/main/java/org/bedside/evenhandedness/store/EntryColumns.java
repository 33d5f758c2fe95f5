package org.bedside.evenhandedness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.bedside.evenhandedness.HiddenSpan;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;

/** How an entry lies in its table. */
final class EntryColumns {

  static final String SELECT =
      """
      select id, mention_id, source_name, published_at, act, span_start, span_end, text_version,
        reason, stars, sentiment, by_name, at
      from moderation_entry
      """;

  private EntryColumns() {}

  static LedgerEntry entry(ResultSet row, int index) throws SQLException {
    String sentiment = row.getString("sentiment");
    return new LedgerEntry(
        row.getLong("id"),
        row.getLong("mention_id"),
        row.getString("source_name"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        ModerationAct.valueOf(row.getString("act")),
        span(row),
        row.getInt("text_version"),
        ModerationReason.valueOf(row.getString("reason")),
        row.getObject("stars", Integer.class),
        sentiment == null ? null : SentimentLabel.valueOf(sentiment),
        row.getString("by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable HiddenSpan span(ResultSet row) throws SQLException {
    Integer start = row.getObject("span_start", Integer.class);
    Integer end = row.getObject("span_end", Integer.class);
    return start == null || end == null ? null : new HiddenSpan(start, end);
  }
}
