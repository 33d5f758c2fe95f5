package org.bedside.browser;

import static org.bedside.mail.MailServer.Encryption.NONE;

import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.mail.MailServer;

class PagesOfMailTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(at("/settings/mail", this::lettersThatFailed), empty("/settings/mail"));
  }

  private String lettersThatFailed() {
    mailServer.set(new MailServer("127.0.0.1", 1, "", "", "bedside@larkspur.example", NONE));
    across
        .jdbc()
        .sql(
            """
            insert into letter (id, organization_id, recipient, subject, text, state, error,
              error_detail, created_at, tried_at)
            values (:id, :organization, :recipient, :subject, '', 'FAILED', 'mail.error.recipient',
              '550', now(), now())
            """)
        .param("id", UUID.randomUUID())
        .param("organization", full.id().value())
        .param("recipient", Awkward.ENDLESS.substring(0, 60) + "@example.org")
        .param("subject", Awkward.ENDLESS.substring(0, 200))
        .update();
    return "/settings/mail";
  }
}
