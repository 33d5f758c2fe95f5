package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.HandPriority;
import org.bedside.inbox.Marks;
import org.bedside.inbox.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what people say of a case; each change needs its version and raises it. */
@Component
class CaseMarks {

  private static final String STEP =
      ", version = version + 1, changed_at = :now"
          + " where id = :id and version = :version and state <> 'MERGED'";

  private final JdbcClient jdbc;
  private final CaseLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseMarks(JdbcClient jdbc, CaseLog log, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  static Marks of(ResultSet row) throws SQLException {
    int level = row.getInt("hand_priority");
    Marks.ByHand byHand =
        row.wasNull()
            ? null
            : new Marks.ByHand(
                level(level),
                row.getString("hand_reason"),
                row.getString("hand_by"),
                row.getInt("priority") <= Math.max(level, row.getInt("hand_over")));
    return new Marks(
        row.getObject("team_id", UUID.class),
        Arrays.asList((UUID[]) row.getArray("labels").getArray()),
        byHand);
  }

  private static HandPriority level(int score) {
    return Arrays.stream(HandPriority.values())
        .filter(one -> one.score() == score)
        .findFirst()
        .orElse(HandPriority.NEEDS_ANSWER);
  }

  /** A priority that somebody set; {@code over} is what the software said then. */
  record Hand(int score, int over, String reason, String by) {}

  void team(long id, int version, @Nullable UUID team, String name, SignedIn by) {
    changed(
        jdbc.sql("update inbox_case set team_id = :team" + STEP)
            .param("team", team, java.sql.Types.OTHER),
        id,
        version);
    record(id, team == null ? CaseEvent.Kind.TEAM_UNSET : CaseEvent.Kind.TEAM_SET, name, by);
  }

  /**
   * @param on names of the labels put on, for the case’s history
   * @param off names of those taken off
   */
  void labels(
      long id, int version, List<UUID> labels, List<String> on, List<String> off, SignedIn by) {
    changed(
        jdbc.sql("update inbox_case set labels = :labels" + STEP)
            .param("labels", labels.toArray(UUID[]::new)),
        id,
        version);
    on.forEach(name -> record(id, CaseEvent.Kind.LABELLED, name, by));
    off.forEach(name -> record(id, CaseEvent.Kind.UNLABELLED, name, by));
  }

  void priority(long id, int version, HandPriority level, String reason, SignedIn by) {
    changed(
        jdbc.sql(
                "update inbox_case set hand_priority = :score, hand_over = priority,"
                    + " hand_reason = :reason, hand_by = :by"
                    + STEP)
            .param("score", level.score())
            .param("reason", reason)
            .param("by", by.name()),
        id,
        version);
    record(id, CaseEvent.Kind.PRIORITY_SET, level.name() + " " + reason, by);
  }

  /** Brings back a priority as it was before, or none. */
  void priority(long id, int version, @Nullable Hand before, SignedIn by) {
    changed(
        jdbc.sql(
                "update inbox_case set hand_priority = :score::smallint,"
                    + " hand_over = :over::smallint, hand_reason = :reason, hand_by = :by"
                    + STEP)
            .param("score", before == null ? null : before.score(), java.sql.Types.INTEGER)
            .param("over", before == null ? null : before.over(), java.sql.Types.INTEGER)
            .param("reason", before == null ? null : before.reason(), java.sql.Types.VARCHAR)
            .param("by", before == null ? null : before.by(), java.sql.Types.VARCHAR),
        id,
        version);
    if (before == null) {
      record(id, CaseEvent.Kind.PRIORITY_UNSET, "", by);
    } else {
      record(
          id,
          CaseEvent.Kind.PRIORITY_SET,
          level(before.score()).name() + " " + before.reason(),
          by);
    }
  }

  private void changed(JdbcClient.StatementSpec update, long id, int version) {
    int rows =
        update
            .param("id", id)
            .param("version", version)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (rows == 0) {
      throw new StaleCaseException();
    }
  }

  /** In the case's history and in the audit, and told to those who look at the inbox. */
  void record(long id, CaseEvent.Kind kind, String text, SignedIn by) {
    log.record(id, kind, text, by);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "inbox." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "case:" + id,
            Map.of("value", text)));
    events.publishEvent(new CasesChanged(CurrentOrganization.get(), List.of(), List.of(id)));
  }
}
