package org.bedside.handover.store;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Statements about the conversation of one browser, now. */
@Component
class OwnRow {

  private final JdbcClient jdbc;
  private final Clock clock;

  OwnRow(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** With the parameters {@code id}, {@code browser} (the hash of its secret) and {@code now}. */
  StatementSpec sql(String sql, UUID id, @Nullable String browser) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("browser", hash(browser))
        .param("now", Rows.utc(clock.instant()));
  }

  /** Of a browser that has no secret yet, one that no other has. */
  static byte[] hash(@Nullable String browser) {
    return browser == null ? new byte[0] : Unguessable.hash(browser);
  }
}
