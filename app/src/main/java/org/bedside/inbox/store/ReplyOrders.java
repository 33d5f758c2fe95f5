package org.bedside.inbox.store;

import java.sql.Types;
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
        channel_id, order_key, approval_id, guard_version, asked_by, asked_by_name from reply
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
              row.getObject("approval_id", UUID.class),
              row.getObject("guard_version", Long.class),
              row.getObject("asked_by", UUID.class),
              row.getString("asked_by_name"));

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
   * @param guardVersion of the guard's policy when it was overridden
   * @param askedBy who asked last for a change or for it to be taken down
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
      @Nullable UUID approval,
      @Nullable Long guardVersion,
      @Nullable UUID askedBy,
      @Nullable String askedByName) {}

  /** The person's draft, locked until the transaction ends. */
  Optional<Row> draft(long caseId, UUID by) {
    return jdbc.sql(
            COLUMNS + " where case_id = :case and by_id = :by and state = 'DRAFT' for update")
        .param("case", caseId)
        .param("by", by)
        .query(ROW)
        .optional();
  }

  /**
   * One of any state. Not locked: its request or delivery is, by whoever changes that, before its
   * row is, and two who take them the other way round would wait for each other.
   */
  Optional<Row> find(long id) {
    return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(ROW).optional();
  }

  /** The same words of the same person to the same post, under way or there; the latest. */
  Optional<Row> same(Row draft) {
    return jdbc.sql(
            COLUMNS
                + """
                 where mention_id = :mention and by_id = :by and text = :text
                  and state in ('ASKED', 'LEAVING', 'POSTED')
                order by id desc limit 1
                """)
        .param("mention", draft.mention())
        .param("by", draft.by())
        .param("text", draft.text())
        .query(ROW)
        .optional();
  }

  /** Those to this post that are there, on their way, or wait for agreement. */
  List<Row> standing(long mention) {
    return jdbc.sql(
            COLUMNS + " where mention_id = :mention and state in ('ASKED', 'LEAVING', 'POSTED')")
        .param("mention", mention)
        .query(ROW)
        .list();
  }

  void drop(Row draft) {
    jdbc.sql("delete from reply where id = :id and state = 'DRAFT'")
        .param("id", draft.id())
        .update();
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

  /** Those to one of these mentions that have not gone out yet; not locked, as {@link #find}. */
  List<Row> underWay(Collection<Long> mentions) {
    return jdbc.sql(
            COLUMNS
                + " where mention_id = any(:mentions) and state in ('ASKED', 'LEAVING')"
                + " order by id")
        .param("mentions", mentions.toArray(Long[]::new))
        .query(ROW)
        .list();
  }

  void asks(
      Row row,
      UUID channel,
      UUID approval,
      @Nullable String overrideReason,
      @Nullable Long guardVersion) {
    change(row.id(), State.DRAFT, State.ASKED)
        .param("channel", channel)
        .param("approval", approval)
        .param("key", null, Types.OTHER)
        .param("reason", overrideReason)
        .param("guard", guardVersion, Types.BIGINT)
        .update();
  }

  void leaves(Row row, UUID channel, UUID key, @Nullable String overrideReason) {
    change(row.id(), row.state(), State.LEAVING)
        .param("channel", channel)
        .param("approval", row.state() == State.ASKED ? row.approval() : null, Types.OTHER)
        .param("key", key)
        .param("reason", overrideReason)
        .param("guard", row.guardVersion(), Types.BIGINT)
        .update();
  }

  private JdbcClient.StatementSpec change(long id, State from, State to) {
    return jdbc.sql(
            """
            update reply set state = :to, channel_id = :channel, approval_id = :approval,
              order_key = :key, override_reason = :reason, guard_version = :guard,
              changed_at = :now, problem = null, problem_detail = null
            where id = :id and state = :from
            """)
        .param("from", from.name())
        .param("to", to.name())
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  /**
   * Somebody asked for it to be changed or taken down.
   *
   * @param overrideReason why other words go out although the guard blocks them, or null
   */
  void asked(long id, UUID by, String name, @Nullable String overrideReason) {
    jdbc.sql(
            """
            update reply set asked_by = :by, asked_by_name = :name,
              override_reason = coalesce(:reason, override_reason)
            where id = :id
            """)
        .param("by", by)
        .param("name", name)
        .param("reason", overrideReason, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  /** The network has it. */
  void isThere(Row row, @Nullable String url, String text) {
    jdbc.sql(
            """
            update reply set state = 'POSTED', url = :url, text = :text, changed_at = :now,
              posted_at = coalesce(posted_at, :now), asked_by = null, asked_by_name = null
            where id = :id and state in ('LEAVING', 'POSTED')
            """)
        .param("url", url)
        .param("text", text)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", row.id())
        .update();
  }

  void isGone(Row row) {
    jdbc.sql(
            "update reply set state = 'REMOVED', changed_at = :now where id = :id"
                + " and state in ('LEAVING', 'POSTED')")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", row.id())
        .update();
  }

  /**
   * Back to whoever wrote it: as the draft, or beside one that was begun meanwhile. Its order and
   * its request are over, so nothing that is heard of them later concerns it.
   *
   * @param kept whether it is no draft in any case, since its writer won't come back to it
   * @return whether it was under way
   */
  boolean comesBack(Row row, String problem, String detail, boolean kept) {
    return jdbc.sql(
                """
                update reply r set changed_at = :now, problem = :problem,
                  problem_detail = :detail, order_key = null, approval_id = null,
                  override_reason = null, guard_version = null,
                  state = case when :kept or exists (select from reply d
                    where d.case_id = r.case_id and d.by_id = r.by_id and d.state = 'DRAFT')
                    then 'RETURNED' else 'DRAFT' end
                where id = :id and state in ('ASKED', 'LEAVING')
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("problem", problem)
            .param("detail", detail)
            .param("kept", kept)
            .param("id", row.id())
            .update()
        > 0;
  }

  /** Why it came back after all. */
  void cameBackSince(Row row, String problem) {
    jdbc.sql(
            """
            update reply set problem = :problem, problem_detail = ''
            where id = :id and state in ('DRAFT', 'RETURNED')
            """)
        .param("problem", problem)
        .param("id", row.id())
        .update();
  }
}
