package org.bedside.mail.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMail implements Mail {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final boolean ready;

  JdbcMail(JdbcClient jdbc, Clock clock, @Value("${bedside.mail.host:}") String host) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ready = !host.isBlank();
  }

  @Override
  @Transactional
  public boolean queue(Letter letter) {
    if (!ready) {
      return false;
    }
    jdbc.sql(
            """
            insert into letter (id, organization_id, recipient, subject, text, created_at, next_at)
            values (:id, :organization, :recipient, :subject, :text, :now, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("organization", CurrentOrganization.get().value())
        .param("recipient", letter.to())
        .param("subject", letter.subject())
        .param("text", letter.text())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return true;
  }

  @Override
  public boolean isReady() {
    return ready;
  }
}
