package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.Reply;
import org.bedside.inbox.ReplyChange;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done and written about a case. */
@Component
class CaseLog {

  private final JdbcClient jdbc;
  private final ReplyChanges changes;
  private final Clock clock;

  CaseLog(JdbcClient jdbc, ReplyChanges changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  void record(long caseId, CaseEvent.Kind kind, String text, SignedIn by) {
    record(caseId, kind, text, "", by);
  }

  /**
   * @param was what was there before, or the empty text
   * @param by null where the software did it by itself
   * @return the event's id
   */
  long record(long caseId, CaseEvent.Kind kind, String text, String was, @Nullable SignedIn by) {
    return record(
        caseId, kind, text, was, by == null ? null : by.id(), by == null ? "" : by.name());
  }

  /** Of somebody who isn't here now, such as the writer of a reply that has gone out. */
  void record(long caseId, CaseEvent.Kind kind, String text, UUID by, String name) {
    record(caseId, kind, text, "", by, name);
  }

  private long record(
      long caseId, CaseEvent.Kind kind, String text, String was, @Nullable UUID by, String name) {
    return jdbc.sql(
            """
            insert into case_event (organization_id, case_id, kind, text, was, by_id, by_name, at,
              version)
            values (current_organization(), :case, :kind, :text, :was, :by, :name, :now,
              (select version from inbox_case where id = :case)) returning id
            """)
        .param("case", caseId)
        .param("kind", kind.name())
        .param("text", text.replace('\u0000', ' '))
        .param("was", was.replace('\u0000', ' '))
        .param("by", by, java.sql.Types.OTHER)
        .param("name", name)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** The name that was given last with an event of one of these kinds, or the empty text. */
  String last(long caseId, List<CaseEvent.Kind> kinds) {
    return jdbc.sql(
            """
            select text from case_event where case_id = :id and kind = any(:kinds)
            order by id desc limit 1
            """)
        .param("id", caseId)
        .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
        .query(String.class)
        .optional()
        .orElse("");
  }

  List<CaseEvent> events(long caseId) {
    return jdbc.sql(
            """
            select id, kind, text, was, by_id, by_name, at, edited_at, deleted_at, version
            from case_event where case_id = :id order by id
            """)
        .param("id", caseId)
        .query(
            (row, i) -> {
              OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
              String was = row.getString("was");
              return new CaseEvent(
                  CaseEvent.Kind.valueOf(row.getString("kind")),
                  row.getString("text"),
                  row.getString("by_name"),
                  CaseColumns.instant(row, "at"),
                  row.getLong("id"),
                  was == null ? "" : was,
                  row.getObject("by_id", UUID.class),
                  edited == null ? null : edited.toInstant(),
                  row.getObject("deleted_at") != null,
                  row.getInt("version"));
            })
        .list();
  }

  List<Reply> replies(long caseId, SignedIn reader) {
    Map<Long, List<ReplyChange>> all = changes.ofCase(caseId, reader);
    return jdbc.sql(
            """
            select id, mention_id, state, text, verdict, override_reason, by_name, changed_at,
              posted_at, channel_id, order_key, approval_id, url, problem, problem_detail
            from reply where case_id = :id
              and (state not in ('DRAFT', 'RETURNED') or by_id = :reader
                or state = 'RETURNED' and problem = :gone)
            order by id
            """)
        .param("id", caseId)
        .param("reader", reader.id())
        .param("gone", ReplyFates.WRITER_GONE)
        .query((row, i) -> reply(row, all.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private static Reply reply(ResultSet row, List<ReplyChange> changes) throws SQLException {
    OffsetDateTime posted = row.getObject("posted_at", OffsetDateTime.class);
    UUID channel = row.getObject("channel_id", UUID.class);
    String detail = row.getString("problem_detail");
    return new Reply(
        row.getLong("id"),
        row.getLong("mention_id"),
        Reply.State.valueOf(row.getString("state")),
        row.getString("text"),
        Verdict.Decision.valueOf(row.getString("verdict")),
        row.getString("override_reason"),
        row.getString("by_name"),
        CaseColumns.instant(row, "changed_at"),
        posted == null ? null : posted.toInstant(),
        channel == null
            ? null
            : new Reply.Out(
                channel,
                row.getObject("order_key", UUID.class),
                row.getObject("approval_id", UUID.class),
                row.getString("url")),
        row.getString("problem"),
        detail == null ? "" : detail,
        changes);
  }
}
