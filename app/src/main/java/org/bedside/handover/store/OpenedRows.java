package org.bedside.handover.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.handover.Conversation;
import org.bedside.handover.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens what is sealed, for those whose right to it was asked before. */
@Component
class OpenedRows {

  private final JdbcClient jdbc;
  private final Rows rows;

  OpenedRows(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Where a notice goes, and in which language. */
  record NoticeTo(String email, String language) {}

  Conversation read(UUID id) {
    Optional<Safes.Safe> safe = rows.safe(id);
    return jdbc.sql("select * from handover where id = :id")
        .param("id", id)
        .query((row, i) -> conversation(row, id, safe))
        .single();
  }

  private Conversation conversation(ResultSet row, UUID id, Optional<Safes.Safe> safe)
      throws SQLException {
    byte[] hash = row.getBytes("consent_hash");
    int version = row.getInt("consent_version");
    String outcome = row.getString("outcome");
    String endedBy = row.getString("ended_by");
    return new Conversation(
        rows.line(row),
        safe.map(open -> rows.turns(id, open)).orElse(List.of()),
        new Reach(opened(row, "contact", safe), opened(row, "email", safe)),
        outcome == null ? null : Conversation.Outcome.valueOf(outcome),
        opened(row, "note", safe),
        Rows.when(row, "opened_at"),
        Rows.when(row, "consent_at"),
        hash == null ? null : version,
        hash == null ? null : HexFormat.of().formatHex(hash),
        Rows.when(row, "revoked_at"),
        Rows.when(row, "ended_at"),
        endedBy == null ? null : Conversation.Ended.valueOf(endedBy),
        Rows.when(row, "erased_at"),
        hold(row),
        readings(id));
  }

  private static String opened(ResultSet row, String what, Optional<Safes.Safe> safe)
      throws SQLException {
    byte[] sealed = row.getBytes("sealed_" + what);
    return sealed == null ? "" : safe.map(open -> open.open(sealed, what)).orElse("");
  }

  private static Conversation.@Nullable Hold hold(ResultSet row) throws SQLException {
    return Rows.when(row, "held_at") == null
        ? null
        : new Conversation.Hold(
            Conversation.HoldReason.valueOf(row.getString("held_for")),
            row.getString("held_by"),
            Rows.known(row, "held_at"));
  }

  private List<Conversation.Reading> readings(UUID id) {
    return jdbc.sql(
            """
            select member_name, max(at) as at from handover_reading where handover_id = :id
            group by member_id, member_name order by max(at) desc limit 50
            """)
        .param("id", id)
        .query((row, i) -> new Conversation.Reading(row.getString(1), Rows.known(row, "at")))
        .list();
  }

  /** Empty where no notice is wanted. */
  Optional<NoticeTo> notice(UUID id, Safes.Safe safe) {
    return jdbc.sql(
            """
            select sealed_email, coalesce(consent_language, language) as language from handover
            where id = :id and notice and sealed_email is not null
            """)
        .param("id", id)
        .query(
            (row, i) ->
                new NoticeTo(
                    safe.open(row.getBytes("sealed_email"), "email"), row.getString("language")))
        .optional();
  }
}
