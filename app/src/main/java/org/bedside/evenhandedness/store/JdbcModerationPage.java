package org.bedside.evenhandedness.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.bedside.audit.Auditable;
import org.bedside.evenhandedness.ModerationPage;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcModerationPage implements ModerationPage {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcModerationPage(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isPublic() {
    return jdbc.sql("select exists (select from moderation_page where shown)")
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public void show(boolean open, SignedIn by) {
    if (open == isPublic()) {
      return;
    }
    jdbc.sql(
            """
            insert into moderation_page (organization_id, shown, changed_at)
            values (current_organization(), :shown, :now)
            on conflict (organization_id) do update
              set shown = excluded.shown, changed_at = excluded.changed_at
            """)
        .param("shown", open)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            open ? "evenhandedness.page-opened" : "evenhandedness.page-closed",
            "organization:" + by.organization(),
            Map.of()));
  }
}
