package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.ReplyChange;
import org.bedside.inbox.ReplyChange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of other words for replies that are there. Nothing here locks a row to read it: whoever
 * changes one holds its request first, then the delivery, then the reply, and only then the row.
 */
@Component
class ReplyChanges {

  private static final String COLUMNS =
      """
      select reply_id, by_id, by_name, state, text, was, override_reason, guard_version,
        approval_id, problem, problem_detail, changed_at from reply_change
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ReplyChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param was what the reply said when they were written
   * @param guardVersion of the guard's policy when it was overridden
   */
  record Row(
      long reply,
      String was,
      @Nullable String overrideReason,
      @Nullable Long guardVersion,
      ReplyChange change) {}

  /** Those of a reply that are under way. */
  Optional<Row> underWay(long reply) {
    return jdbc.sql(COLUMNS + " where reply_id = :reply and state in ('ASKED', 'LEAVING')")
        .param("reply", reply)
        .query(ReplyChanges::row)
        .optional();
  }

  /** Those that wait for this agreement. */
  Optional<Row> ofApproval(UUID approval) {
    return jdbc.sql(COLUMNS + " where approval_id = :approval and state = 'ASKED'")
        .param("approval", approval)
        .query(ReplyChanges::row)
        .optional();
  }

  /** Those that wait for agreement, of replies to these mentions. */
  List<Row> askedAbout(Collection<Long> mentions) {
    return jdbc.sql(
            COLUMNS
                + " where state = 'ASKED' and reply_id in"
                + " (select id from reply where mention_id = any(:mentions)) order by reply_id")
        .param("mentions", mentions.toArray(Long[]::new))
        .query(ReplyChanges::row)
        .list();
  }

  /** By reply: those that are under way, and of others those that the reader wrote. */
  Map<Long, List<ReplyChange>> ofCase(long caseId, SignedIn reader) {
    Map<Long, List<ReplyChange>> changes = new HashMap<>();
    jdbc.sql(
            COLUMNS
                + """
                 where reply_id in (select id from reply where case_id = :case)
                  and (state <> 'BACK' or by_id = :reader or problem = :gone)
                order by changed_at
                """)
        .param("case", caseId)
        .param("reader", reader.id())
        .param("gone", ChangeFates.WRITER_GONE)
        .query(ReplyChanges::row)
        .list()
        .forEach(
            row -> changes.computeIfAbsent(row.reply(), id -> new ArrayList<>()).add(row.change()));
    return changes;
  }

  /**
   * Keeps what somebody wants, in the place of what they wanted before.
   *
   * @param approval the request that others agree to, or null where it leaves at once
   */
  void keep(
      ReplyOrders.Row reply,
      String text,
      @Nullable String overrideReason,
      @Nullable Long guardVersion,
      @Nullable UUID approval,
      SignedIn by) {
    jdbc.sql(
            """
            insert into reply_change (reply_id, organization_id, by_id, by_name, state, text, was,
              override_reason, guard_version, approval_id, changed_at)
            values (:reply, current_organization(), :by, :name, :state, :text, :was, :reason,
              :guard, :approval, :now)
            on conflict (reply_id, by_id) do update set by_name = excluded.by_name,
              state = excluded.state, text = excluded.text, was = excluded.was,
              override_reason = excluded.override_reason,
              guard_version = excluded.guard_version, approval_id = excluded.approval_id,
              problem = null, problem_detail = '', changed_at = excluded.changed_at
            """)
        .param("reply", reply.id())
        .param("by", by.id())
        .param("name", by.name())
        .param("state", (approval == null ? State.LEAVING : State.ASKED).name())
        .param("text", text.replace('\u0000', ' '))
        .param("was", reply.text())
        .param("reason", overrideReason, Types.VARCHAR)
        .param("guard", guardVersion, Types.BIGINT)
        .param("approval", approval, Types.OTHER)
        .param("now", now())
        .update();
  }

  /** They are ordered, now that it is agreed to. */
  void leaves(Row row) {
    jdbc.sql(
            """
            update reply_change set state = 'LEAVING', changed_at = :now
            where reply_id = :reply and by_id = :by and state = 'ASKED'
            """)
        .param("reply", row.reply())
        .param("by", row.change().by())
        .param("now", now())
        .update();
  }

  /** The reply stays as it was; whether that was still open. */
  boolean back(Row row, String problem, String detail) {
    return jdbc.sql(
                """
                update reply_change set state = 'BACK', approval_id = null, override_reason = null,
                  guard_version = null, problem = :problem, problem_detail = :detail,
                  changed_at = :now
                where reply_id = :reply and by_id = :by and state in ('ASKED', 'LEAVING')
                """)
            .param("problem", problem)
            .param("detail", detail)
            .param("reply", row.reply())
            .param("by", row.change().by())
            .param("now", now())
            .update()
        > 0;
  }

  /** Puts them away; whether there were any of this person. */
  boolean forget(long reply, UUID by) {
    return jdbc.sql("delete from reply_change where reply_id = :reply and by_id = :by")
            .param("reply", reply)
            .param("by", by)
            .update()
        > 0;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("reply_id"),
        row.getString("was"),
        row.getString("override_reason"),
        row.getObject("guard_version", Long.class),
        new ReplyChange(
            State.valueOf(row.getString("state")),
            row.getString("text"),
            row.getObject("by_id", UUID.class),
            row.getString("by_name"),
            CaseColumns.instant(row, "changed_at"),
            row.getObject("approval_id", UUID.class),
            row.getString("problem"),
            row.getString("problem_detail")));
  }
}
