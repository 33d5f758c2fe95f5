package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of replies that go out by themselves. Each change says from which state it may come. */
@Component
class ReplyOrders {

  private static final String COLUMNS =
      """
      select id, case_id, mention_id, state, text, verdict, override_reason, by_id, by_name,
        channel_id, order_key, approval_id from reply
      """;

  private static final RowMapper<Row> ROW =
      (row, i) ->
          new Row(
              row.getLong("id"),
              row.getLong("case_id"),
              row.getLong("mention_id"),
              State.valueOf(row.getString("state")),
              row.getString("text"),
              Verdict.Decision.valueOf(row.getString("verdict")),
              row.getString("override_reason"),
              row.getObject("by_id", UUID.class),
              row.getString("by_name"),
              row.getObject("channel_id", UUID.class),
              row.getObject("order_key", UUID.class),
              row.getObject("approval_id", UUID.class));

  private final JdbcClient jdbc;
  private final Clock clock;

  ReplyOrders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  enum State {
    DRAFT,
    ASKED,
    LEAVING,
    POSTED,
    RETURNED,
    REMOVED
  }

  /**
   * A reply.
   *
   * @param by the membership that wrote it
   * @param key of its order; null for one that people posted themselves
   */
  record Row(
      long id,
      long caseId,
      long mention,
      State state,
      String text,
      Verdict.Decision verdict,
      @Nullable String overrideReason,
      UUID by,
      String byName,
      @Nullable UUID channel,
      @Nullable UUID key,
      @Nullable UUID approval) {}

  /** The person's draft, locked until the transaction ends. */
  Optional<Row> draft(long caseId, UUID by) {
    return jdbc.sql(
            COLUMNS + " where case_id = :case and by_id = :by and state = 'DRAFT' for update")
        .param("case", caseId)
        .param("by", by)
        .query(ROW)
        .optional();
  }

  /** One of any state, locked until the transaction ends. */
  Optional<Row> find(long id) {
    return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(ROW).optional();
  }

  /** That of an order, locked until the transaction ends. */
  Optional<Row> ofKey(UUID key) {
    return jdbc.sql(COLUMNS + " where order_key = :key for update")
        .param("key", key)
        .query(ROW)
        .optional();
  }

  /** That which waits for this agreement, locked until the transaction ends. */
  Optional<Row> ofApproval(UUID approval) {
    return jdbc.sql(COLUMNS + " where approval_id = :approval and state = 'ASKED' for update")
        .param("approval", approval)
        .query(ROW)
        .optional();
  }

  /** Those to one of these mentions that have not gone out yet, locked. */
  List<Row> underWay(Collection<Long> mentions) {
    return jdbc.sql(
            COLUMNS
                + " where mention_id = any(:mentions) and state in ('ASKED', 'LEAVING')"
                + " order by id for update")
        .param("mentions", mentions.toArray(Long[]::new))
        .query(ROW)
        .list();
  }

  void asks(Row row, UUID channel, UUID approval, @Nullable String overrideReason) {
    change(row.id(), State.ASKED)
        .param("channel", channel)
        .param("approval", approval)
        .param("key", null)
        .param("reason", overrideReason)
        .update();
  }

  void leaves(Row row, UUID channel, UUID key, @Nullable String overrideReason) {
    change(row.id(), State.LEAVING)
        .param("channel", channel)
        .param("approval", row.approval())
        .param("key", key)
        .param("reason", overrideReason)
        .update();
  }

  private JdbcClient.StatementSpec change(long id, State state) {
    return jdbc.sql(
            """
            update reply set state = :state, channel_id = :channel, approval_id = :approval,
              order_key = :key, override_reason = :reason, changed_at = :now, problem = null,
              problem_detail = null
            where id = :id
            """)
        .param("state", state.name())
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** The network has it. */
  void isThere(Row row, @Nullable String url, String text) {
    jdbc.sql(
            """
            update reply set state = 'POSTED', url = :url, text = :text, changed_at = :now,
              posted_at = coalesce(posted_at, :now)
            where id = :id
            """)
        .param("url", url)
        .param("text", text)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", row.id())
        .update();
  }

  void isGone(Row row) {
    jdbc.sql("update reply set state = 'REMOVED', changed_at = :now where id = :id")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", row.id())
        .update();
  }

  /** Back to whoever wrote it: as the draft, or beside one that was begun meanwhile. */
  void comesBack(Row row, String problem, String detail) {
    jdbc.sql(
            """
            update reply r set changed_at = :now, problem = :problem, problem_detail = :detail,
              state = case when exists (select from reply d where d.case_id = r.case_id
                and d.by_id = r.by_id and d.state = 'DRAFT') then 'RETURNED' else 'DRAFT' end
            where id = :id
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("problem", problem)
        .param("detail", detail)
        .param("id", row.id())
        .update();
  }
}
