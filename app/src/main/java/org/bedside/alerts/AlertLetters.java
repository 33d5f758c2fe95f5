package org.bedside.alerts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.springframework.stereotype.Component;

/**
 * Tells people of the current organization by e-mail that something waits and where. Whoever has
 * left gets no letter. Inside a transaction.
 */
@Component
class AlertLetters {

  private final Mail mail;
  private final Members members;
  private final AlertText texts;

  AlertLetters(Mail mail, Members members, AlertText texts) {
    this.mail = mail;
    this.members = members;
    this.texts = texts;
  }

  void alerts(UUID member, List<Outbox.Notice> notices) {
    address(member)
        .ifPresent(to -> mail.queue(new Letter(to, texts.subject(notices), texts.letter(notices))));
  }

  void digest(UUID member, LocalDate first, LocalDate last, Digests.Figures figures) {
    address(member)
        .ifPresent(
            to ->
                mail.queue(
                    new Letter(
                        to, texts.digestSubject(), texts.digestLetter(first, last, figures))));
  }

  private Optional<String> address(UUID member) {
    return members.find(member).map(Member::email);
  }
}
