package org.bedside.handover.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.bedside.handover.Erasures;
import org.bedside.handover.HandoverRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcErasures implements Erasures {

  private static final int AT_ONCE = 500;
  private static final Duration QUIET = Duration.ofDays(HandoverRule.QUIET_DAYS);

  private final JdbcClient jdbc;
  private final Where where;
  private final Deeds deeds;

  JdbcErasures(JdbcClient jdbc, Where where, Deeds deeds) {
    this.jdbc = jdbc;
    this.where = where;
    this.deeds = deeds;
  }

  @Override
  public List<OrganizationId> due(Instant now) {
    return where.due(now, now.minus(QUIET));
  }

  @Override
  @Transactional
  public int sweep(Instant now) {
    jdbc.sql(
            """
            update handover set state = 'EXPIRED', changed_at = expires_at, browser_hash = null
            where state in ('INVITED', 'OPENED') and expires_at <= :now
            """)
        .param("now", Rows.utc(now))
        .update();
    for (UUID quiet : endQuiet(now)) {
      deeds.byItself("handover.ended", quiet);
    }
    List<UUID> over =
        jdbc.sql(
                """
                select id from handover
                where state = 'ENDED' and erase_at <= :now and held_at is null
                order by erase_at limit :most for update skip locked
                """)
            .param("now", Rows.utc(now))
            .param("most", AT_ONCE)
            .query((row, i) -> row.getObject(1, UUID.class))
            .list();
    for (UUID conversation : over) {
      if (deeds.erase(conversation)) {
        deeds.byItself("handover.erased", conversation);
      }
    }
    return over.size();
  }

  /** Only where they would have to write: whoever waits for us is never given up on. */
  private List<UUID> endQuiet(Instant now) {
    return jdbc.sql(
            """
            update handover set state = 'ENDED', ended_by = 'SILENCE', ended_at = :now,
              changed_at = :now, erase_at = :now + make_interval(days => keep_days)
            where id in (select id from handover
              where state in ('CONSENTED', 'WAITING_FOR_THEM') and changed_at <= :quiet
              limit :most for update skip locked)
            returning id
            """)
        .param("now", Rows.utc(now))
        .param("quiet", Rows.utc(now.minus(QUIET)))
        .param("most", AT_ONCE)
        .query((row, i) -> row.getObject(1, UUID.class))
        .list();
  }
}
