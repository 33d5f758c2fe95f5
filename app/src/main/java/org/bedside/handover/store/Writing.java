package org.bedside.handover.store;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.handover.HandoverState;
import org.bedside.handover.Notices;
import org.bedside.handover.Reach;
import org.bedside.handover.Visits.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who was invited writes; in the organization and transaction of the caller. */
@Component
class Writing {

  /** Far more than any conversation needs, so that nobody fills the disk through one link. */
  private static final int MOST_MESSAGES = 200;

  private final OwnRow own;
  private final Rows rows;
  private final Deeds deeds;
  private final Notices notices;
  private final JdbcClient jdbc;

  Writing(OwnRow own, Rows rows, Deeds deeds, Notices notices, JdbcClient jdbc) {
    this.own = own;
    this.rows = rows;
    this.deeds = deeds;
    this.notices = notices;
    this.jdbc = jdbc;
  }

  /** Keeps a message and tells those who read them that one waits. */
  Written write(UUID id, @Nullable String browser, String words, Reach reach) {
    // Held until the end of the transaction: a reply or the end of it comes before or after.
    Optional<HandoverState> state =
        own.sql(
                """
                select state, expires_at from handover
                where id = :id and browser_hash = :browser for update
                """,
                id,
                browser)
            .query((row, i) -> rows.state(row))
            .optional()
            .filter(HandoverState::isUnderWay);
    Optional<Safes.Safe> safe = state.flatMap(open -> rows.safe(id));
    if (state.isEmpty() || safe.isEmpty()) {
      return Written.CLOSED;
    }
    int messages =
        jdbc.sql("select count(*) from handover_message where handover_id = :id")
            .param("id", id)
            .query((row, i) -> row.getInt(1))
            .single();
    if (messages >= MOST_MESSAGES) {
      return Written.FULL;
    }
    rows.add(id, safe.get(), words, null, null);
    if (state.get() == HandoverState.CONSENTED) {
      keep(id, safe.get(), reach);
    }
    own.sql(
            """
            update handover set state = 'WAITING_FOR_US', changed_at = :now
            where id = :id and browser_hash = :browser
            """,
            id,
            browser)
        .update();
    deeds.byVisitor("handover.written", id, Map.of());
    if (state.get() != HandoverState.WAITING_FOR_US) {
      notices.oneWaits();
    }
    return Written.KEPT;
  }

  private void keep(UUID id, Safes.Safe safe, Reach reach) {
    jdbc.sql(
            """
            update handover set sealed_contact = :contact, sealed_email = :email,
              notice = :notice where id = :id
            """)
        .param("contact", reach.contact().isEmpty() ? null : safe.seal(reach.contact(), "contact"))
        .param("email", reach.email().isEmpty() ? null : safe.seal(reach.email(), "email"))
        .param("notice", !reach.email().isEmpty())
        .param("id", id)
        .update();
  }
}
