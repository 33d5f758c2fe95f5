package org.bedside.handover.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.bedside.handover.Door;
import org.bedside.handover.HandoverState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a browser sees of a conversation of the current organization. */
@Component
class Doors {

  private final JdbcClient jdbc;
  private final Houses houses;
  private final Rows rows;

  Doors(JdbcClient jdbc, Houses houses, Rows rows) {
    this.jdbc = jdbc;
    this.houses = houses;
    this.rows = rows;
  }

  /** For the browser whose secret has that hash; without bytes for one that has none. */
  Door at(UUID id, byte[] browser) {
    return jdbc.sql(
            """
            select *, browser_hash is not null as taken,
              coalesce(browser_hash = :browser, false) as ours from handover where id = :id
            """)
        .param("browser", browser)
        .param("id", id)
        .query((row, i) -> door(row))
        .single();
  }

  private Door door(ResultSet row) throws SQLException {
    HandoverState state = rows.state(row);
    if (state == HandoverState.EXPIRED) {
      return new Door.Shut(houses.current(), Door.Reason.EXPIRED);
    }
    if (state == HandoverState.ERASED) {
      return new Door.Shut(houses.current(), Door.Reason.ERASED);
    }
    if (!row.getBoolean("taken")) {
      return new Door.Ready(houses.current(), Rows.known(row, "expires_at"));
    }
    if (!row.getBoolean("ours")) {
      return new Door.Shut(houses.current(), Door.Reason.USED);
    }
    UUID id = row.getObject("id", UUID.class);
    return new Door.Inside(
        houses.current(),
        new Door.Talk(
            state,
            rows.safe(id).map(safe -> rows.turns(id, safe)).orElse(List.of()),
            agreed(id),
            row.getInt("keep_days"),
            row.getBoolean("notice"),
            Rows.when(row, "ended_at"),
            Rows.when(row, "erase_at"),
            Rows.when(row, "held_at") != null,
            Rows.when(row, "revoked_at") != null));
  }

  private String agreed(UUID id) {
    return jdbc.sql(
            """
            select w.wording from handover h
            join handover_wording w
              on w.organization_id = h.organization_id and w.hash = h.consent_hash
            where h.id = :id
            """)
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
