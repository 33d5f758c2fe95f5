package org.bedside.handover.store;

import java.time.Clock;
import org.bedside.handover.Consent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed to, word for word, so that a hash can be shown to be of something. */
@Component
class Wordings {

  private final JdbcClient jdbc;
  private final Clock clock;

  Wordings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps it, once for each wording. */
  void keep(Consent consent, byte[] hash) {
    jdbc.sql(
            """
            insert into handover_wording
              (organization_id, hash, version, language, wording, first_at)
            values (current_organization(), :hash, :version, :language, :wording, :now)
            on conflict do nothing
            """)
        .param("hash", hash)
        .param("version", consent.version())
        .param("language", consent.language())
        .param("wording", consent.wording())
        .param("now", Rows.utc(clock.instant()))
        .update();
  }
}
