package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bedside.inbox.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What actions change of a case.
 *
 * @param outcome null while it is open
 */
record CaseState(
    long id,
    int version,
    @Nullable Outcome outcome,
    @Nullable UUID assignee,
    @Nullable UUID team,
    List<UUID> labels,
    CaseMarks.@Nullable Hand hand) {

  static final String COLUMNS =
      "outcome, assignee, team_id, labels, hand_priority, hand_over, hand_reason, hand_by";

  static CaseState of(ResultSet row, int index) throws SQLException {
    String outcome = row.getString("outcome");
    int score = row.getInt("hand_priority");
    CaseMarks.Hand hand =
        row.wasNull()
            ? null
            : new CaseMarks.Hand(
                score,
                row.getInt("hand_over"),
                Objects.requireNonNullElse(row.getString("hand_reason"), ""),
                Objects.requireNonNullElse(row.getString("hand_by"), ""));
    return new CaseState(
        row.getLong("id"),
        row.getInt("version"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getObject("assignee", UUID.class),
        row.getObject("team_id", UUID.class),
        Arrays.asList((UUID[]) row.getArray("labels").getArray()),
        hand);
  }

  CaseState ended(@Nullable Outcome now) {
    return new CaseState(id, version + 1, now, assignee, team, labels, hand);
  }

  CaseState assigned(@Nullable UUID now) {
    return new CaseState(id, version + 1, outcome, now, team, labels, hand);
  }

  CaseState given(@Nullable UUID now) {
    return new CaseState(id, version + 1, outcome, assignee, now, labels, hand);
  }

  CaseState labelled(List<UUID> now) {
    return new CaseState(id, version + 1, outcome, assignee, team, now, hand);
  }

  CaseState ranked(CaseMarks.@Nullable Hand now) {
    return new CaseState(id, version + 1, outcome, assignee, team, labels, now);
  }
}
