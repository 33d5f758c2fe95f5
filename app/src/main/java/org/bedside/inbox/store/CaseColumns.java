package org.bedside.inbox.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.Priority;
import org.bedside.inbox.Triage;
import org.bedside.listening.Mention;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/** How a case lies in its row. */
final class CaseColumns {

  /** Enough for two lines at every width. */
  private static final int PREVIEW = 320;

  /** A search vector holds a megabyte at most; no reader searches beyond this. */
  private static final int SEARCHED = 40_000;

  static final String SELECT =
      """
      select c.id, c.state, c.outcome, c.assignee, c.standing, c.team_id, c.labels,
        c.hand_priority, c.hand_over, c.hand_reason, c.hand_by, c.priority, c.reason, c.reason_detail,
        c.lead_mention, c.mentions, c.sources, c.source_id, c.location_id, c.sentiment, c.urgency, c.rating,
        c.themes, c.author, c.preview, c.published_at, c.opened_at, c.closed_at, c.version,
      """
          + CaseClocks.COLUMNS
          + " from inbox_case c\n";

  private CaseColumns() {}

  /**
   * What the list keeps of a case's leading mention, in the names of the columns.
   *
   * @param opened_at of what was found among old posts, when we heard it: nobody is told that it is
   *     new; null for now
   */
  record Lead(
      long lead_mention,
      int priority,
      String reason,
      String reason_detail,
      UUID source_id,
      @Nullable UUID location_id,
      String sentiment,
      String urgency,
      @Nullable Double rating,
      List<String> themes,
      List<UUID> watches,
      @Nullable String author,
      String preview,
      String searched,
      String published_at,
      @Nullable String opened_at,
      String due_from,
      @Nullable String due_at,
      @Nullable String writer,
      int post_version) {}

  /**
   * @param due by when it is to be answered, where it is new and has a target
   * @param writer who wrote it, where that is sure
   */
  static Lead lead(Assessed assessed, @Nullable Instant due, @Nullable String writer) {
    Mention mention = assessed.mention();
    Judgement judgement = assessed.judgement();
    Priority priority = Triage.of(assessed);
    String words =
        (mention.title() == null ? "" : mention.title() + "\n")
            + mention.text()
            + (mention.author() == null ? "" : "\n" + mention.author());
    return new Lead(
        mention.id(),
        priority.score(),
        priority.reason(),
        priority.detail(),
        mention.source(),
        assessed.location(),
        judgement.sentiment().name(),
        judgement.urgency().name(),
        mention.rating(),
        judgement.themes(),
        mention.watches(),
        mention.author(),
        Teaser.of(mention.text().strip().replaceAll("\\s+", " "), PREVIEW),
        cut(words, SEARCHED),
        mention.publishedAt().toString(),
        mention.fromHistory() ? mention.receivedAt().toString() : null,
        mention.receivedAt().toString(),
        due == null ? null : due.toString(),
        writer,
        mention.version());
  }

  /** Never between the halves of one character. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  static CaseRow row(ResultSet row, int index) throws SQLException {
    BigDecimal rating = row.getBigDecimal("rating");
    String outcome = row.getString("outcome");
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new CaseRow(
        row.getLong("id"),
        row.getString("state").equals("OPEN"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getObject("assignee", UUID.class),
        CaseMarks.of(row),
        new Priority(
            row.getInt("standing"), row.getString("reason"), row.getString("reason_detail")),
        row.getLong("lead_mention"),
        row.getInt("mentions"),
        row.getInt("sources"),
        row.getObject("source_id", UUID.class),
        row.getObject("location_id", UUID.class),
        SentimentLabel.valueOf(row.getString("sentiment")),
        Urgency.Level.valueOf(row.getString("urgency")),
        rating == null ? null : rating.doubleValue(),
        Arrays.asList((String[]) row.getArray("themes").getArray()),
        row.getString("author"),
        row.getString("preview"),
        instant(row, "published_at"),
        instant(row, "opened_at"),
        closed == null ? null : closed.toInstant(),
        row.getInt("version"),
        CaseClocks.of(row));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
