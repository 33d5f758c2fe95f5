package org.bedside.alerts.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bedside.alerts.Digests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDigests implements Digests {

  private final JdbcClient jdbc;

  JdbcDigests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean take(LocalDate day) {
    return jdbc.sql(
                """
                insert into alert_digest (organization_id, day)
                values (current_organization(), :day)
                on conflict (organization_id, day) do nothing
                """)
            .param("day", day)
            .update()
        > 0;
  }

  @Override
  public Figures figures(Instant from, Instant until) {
    return jdbc.sql(
            """
            select count(*) filter (where opened_at >= :from and opened_at < :until) as opened,
              count(*) filter (where opened_at >= :from and opened_at < :until
                and kind = 'CRISIS') as crises,
              count(*) filter (where state = 'OPEN') as waiting
            from alert where opened_at >= :from or state = 'OPEN'
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(
            (row, i) ->
                new Figures(row.getLong("opened"), row.getLong("crises"), row.getLong("waiting")))
        .single();
  }
}
