package org.bedside.mail.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.mail.Letter;
import org.bedside.mail.LetterKept;
import org.bedside.mail.Mail;
import org.bedside.mail.MailServers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMail implements Mail {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MailServers servers;
  private final ApplicationEventPublisher events;

  JdbcMail(JdbcClient jdbc, Clock clock, MailServers servers, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.servers = servers;
    this.events = events;
  }

  @Override
  @Transactional
  public boolean queue(Letter letter) {
    if (!isReady()) {
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
    events.publishEvent(new LetterKept(CurrentOrganization.get()));
    return true;
  }

  @Override
  public boolean isReady() {
    return servers.find().isPresent();
  }
}
