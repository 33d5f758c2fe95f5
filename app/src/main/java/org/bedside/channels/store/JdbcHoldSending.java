package org.bedside.channels.store;

import java.time.Clock;
import java.util.Optional;
import org.bedside.channels.HoldSending;
import org.bedside.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcHoldSending implements HoldSending {

  private final JdbcClient jdbc;
  private final Announcing announcing;
  private final Clock clock;

  JdbcHoldSending(JdbcClient jdbc, Announcing announcing, Clock clock) {
    this.jdbc = jdbc;
    this.announcing = announcing;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Held> held() {
    return jdbc.sql("select since, by_name from sending_hold")
        .query((row, i) -> new Held(Rows.time(row, "since"), row.getString("by_name")))
        .optional();
  }

  @Override
  @Transactional
  public void hold(SignedIn by) {
    HoldLock.alone(jdbc);
    int begun =
        jdbc.sql(
                """
                insert into sending_hold (organization_id, since, by_name)
                values (current_organization(), :now, :name) on conflict do nothing
                """)
            .param("now", Rows.utc(clock.instant()))
            .param("name", by.name())
            .update();
    if (begun > 0) {
      announcing.record(by.actor(), by.name(), "all-held", "organization:" + by.organization());
    }
  }

  @Override
  @Transactional
  public void release(SignedIn by) {
    if (jdbc.sql("delete from sending_hold").update() > 0) {
      announcing.record(by.actor(), by.name(), "all-released", "organization:" + by.organization());
    }
  }
}
