package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.DoneAction;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done in one go, with how the cases were before. */
@Component
class ActionRows {

  private static final String SELECT =
      """
      select id, at, macro, steps, changed, undone_at is not null as undone, restored,
        case when undone_at is null then left_out else not_restored end as left_out
      from inbox_action where by_id = :by
      """;

  private final JdbcClient jdbc;

  ActionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A case that an action changed.
   *
   * @param before how it was, but with the version that the action left it at
   */
  record Kept(CaseState before, @Nullable String draft) {}

  void insert(UUID id, OffsetDateTime at, String macro, List<Step> steps, SignedIn by) {
    jdbc.sql(
            """
            insert into inbox_action (id, organization_id, by_id, at, macro, steps, changed)
            values (:id, current_organization(), :by, :at, :macro, :steps, 0)
            """)
        .param("id", id)
        .param("by", by.id())
        .param("at", at)
        .param("macro", macro)
        .param("steps", JdbcMacros.lines(steps))
        .update();
  }

  void keep(UUID action, CaseState before, int version, @Nullable String draft) {
    CaseMarks.Hand hand = before.hand();
    Outcome outcome = before.outcome();
    jdbc.sql(
            """
            insert into inbox_action_case (action_id, organization_id, case_id, version, outcome,
              assignee, team_id, labels, hand_priority, hand_over, hand_reason, hand_by, draft)
            values (:action, current_organization(), :case, :version, :outcome, :assignee, :team,
              :labels, :score, :over, :reason, :hand, :draft)
            """)
        .param("action", action)
        .param("case", before.id())
        .param("version", version)
        .param("outcome", outcome == null ? null : outcome.name(), java.sql.Types.VARCHAR)
        .param("assignee", before.assignee(), java.sql.Types.OTHER)
        .param("team", before.team(), java.sql.Types.OTHER)
        .param("labels", before.labels().toArray(UUID[]::new))
        .param("score", hand == null ? null : hand.score(), java.sql.Types.SMALLINT)
        .param("over", hand == null ? null : hand.over(), java.sql.Types.SMALLINT)
        .param("reason", hand == null ? null : hand.reason(), java.sql.Types.VARCHAR)
        .param("hand", hand == null ? null : hand.by(), java.sql.Types.VARCHAR)
        .param("draft", draft, java.sql.Types.VARCHAR)
        .update();
  }

  void done(UUID action, int changed, List<Long> leftOut) {
    jdbc.sql("update inbox_action set changed = :changed, left_out = :left where id = :id")
        .param("changed", changed)
        .param("left", leftOut.toArray(Long[]::new))
        .param("id", action)
        .update();
  }

  /** Whether it is this call that undoes it. */
  boolean take(UUID action, OffsetDateTime now, SignedIn by) {
    return jdbc.sql(
                """
                update inbox_action set undone_at = :now
                where id = :id and by_id = :by and undone_at is null
                """)
            .param("now", now)
            .param("id", action)
            .param("by", by.id())
            .update()
        == 1;
  }

  void undone(UUID action, int restored, List<Long> leftOut) {
    jdbc.sql("update inbox_action set restored = :restored, not_restored = :left where id = :id")
        .param("restored", restored)
        .param("left", leftOut.toArray(Long[]::new))
        .param("id", action)
        .update();
  }

  List<Kept> kept(UUID action) {
    return jdbc.sql(
            "select case_id as id, version, draft, "
                + CaseState.COLUMNS
                + " from inbox_action_case where action_id = :id order by case_id")
        .param("id", action)
        .query((row, i) -> new Kept(CaseState.of(row, i), row.getString("draft")))
        .list();
  }

  Optional<DoneAction> find(UUID action, SignedIn by) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("by", by.id())
        .param("id", action)
        .query(this::action)
        .optional();
  }

  Optional<DoneAction> latest(SignedIn by, OffsetDateTime since) {
    return jdbc.sql(SELECT + " and at > :since order by at desc limit 1")
        .param("by", by.id())
        .param("since", since)
        .query(this::action)
        .optional();
  }

  private DoneAction action(ResultSet row, int index) throws SQLException {
    Long[] leftOut = (Long[]) row.getArray("left_out").getArray();
    return new DoneAction(
        row.getObject("id", UUID.class),
        CaseColumns.instant(row, "at"),
        row.getString("macro"),
        JdbcMacros.steps((String[]) row.getArray("steps").getArray()),
        row.getInt("changed"),
        Arrays.stream(leftOut).map(this::leftOut).toList(),
        row.getBoolean("undone"),
        row.getInt("restored"));
  }

  /** One by one: few are left out, and only the first are named. */
  private DoneAction.LeftOut leftOut(long id) {
    return jdbc.sql(
            """
            select c.author, e.kind, e.text, e.by_name, e.at from inbox_case c
            left join lateral (select * from case_event e where e.case_id = c.id
              order by e.id desc limit 1) e on true
            where c.id = :id
            """)
        .param("id", id)
        .query(
            (row, i) -> {
              String kind = row.getString("kind");
              return new DoneAction.LeftOut(
                  id,
                  row.getString("author"),
                  kind == null
                      ? null
                      : new CaseEvent(
                          CaseEvent.Kind.valueOf(kind),
                          row.getString("text"),
                          row.getString("by_name"),
                          CaseColumns.instant(row, "at"),
                          0,
                          "",
                          null,
                          null,
                          false,
                          0));
            })
        .optional()
        .orElse(new DoneAction.LeftOut(id, null, null));
  }
}
