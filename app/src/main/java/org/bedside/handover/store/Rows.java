package org.bedside.handover.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.handover.Conversation.Line;
import org.bedside.handover.HandoverState;
import org.bedside.handover.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What several classes here read in the same way. */
@Component
class Rows {

  private final JdbcClient jdbc;
  private final Safes safes;
  private final Clock clock;

  Rows(JdbcClient jdbc, Safes safes, Clock clock) {
    this.jdbc = jdbc;
    this.safes = safes;
    this.clock = clock;
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant when(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant known(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A link that ran out is expired from that moment, whenever the round comes by. */
  HandoverState state(ResultSet row) throws SQLException {
    HandoverState state = HandoverState.valueOf(row.getString("state"));
    return state.isBeforeConsent() && !known(row, "expires_at").isAfter(clock.instant())
        ? HandoverState.EXPIRED
        : state;
  }

  Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        row.getString("language"),
        state(row),
        row.getString("invited_name"),
        known(row, "invited_at"),
        known(row, "expires_at"),
        known(row, "changed_at"),
        row.getInt("keep_days"),
        when(row, "erase_at"),
        when(row, "held_at") != null,
        when(row, "revoked_at") != null);
  }

  /** The conversation's key, opened; empty before consent and after erasing. */
  Optional<Safes.Safe> safe(UUID conversation) {
    return jdbc.sql("select sealed_key from handover where id = :id and sealed_key is not null")
        .param("id", conversation)
        .query((row, i) -> safes.with(conversation, row.getBytes(1)))
        .optional();
  }

  List<Turn> turns(UUID conversation, Safes.Safe safe) {
    return jdbc.sql(
            """
            select id, member_name, sealed, at from handover_message
            where handover_id = :id order by number
            """)
        .param("id", conversation)
        .query(
            (row, i) ->
                new Turn(
                    row.getString("member_name"),
                    safe.open(row.getBytes("sealed"), place(row.getObject("id", UUID.class))),
                    known(row, "at")))
        .list();
  }

  /** Keeps a message; {@code member} is null where they wrote it. */
  void add(
      UUID conversation,
      Safes.Safe safe,
      String words,
      @Nullable UUID member,
      @Nullable String memberName) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into handover_message
              (id, organization_id, handover_id, member_id, member_name, sealed, at)
            values (:id, current_organization(), :conversation, :member, :name, :sealed, :now)
            """)
        .param("id", id)
        .param("conversation", conversation)
        .param("member", member)
        .param("name", memberName)
        .param("sealed", safe.seal(words, place(id)))
        .param("now", utc(clock.instant()))
        .update();
  }

  private static String place(UUID message) {
    return "message:" + message;
  }
}
