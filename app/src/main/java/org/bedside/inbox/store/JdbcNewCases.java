package org.bedside.inbox.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.bedside.inbox.NewCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcNewCases implements NewCases {

  private final JdbcClient jdbc;

  JdbcNewCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Fresh since(Instant since) {
    return jdbc.sql(
            """
            select count(*) as cases, count(*) filter (where standing >= 85) as urgent
            from (select standing from inbox_case
              where state = 'OPEN' and opened_at > :since limit 1000) recent
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, i) -> new Fresh(row.getInt("cases"), row.getInt("urgent")))
        .single();
  }
}
