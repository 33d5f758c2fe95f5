package org.bedside.inbox;

import java.net.URI;
import java.util.Locale;
import org.bedside.api.PublicAddress;
import org.bedside.identity.Member;
import org.bedside.identity.Organizations;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells people by letter that they were asked to look at a case; says where, never what. */
@Component
public class NoteLetters {

  private final Mail mail;
  private final Organizations organizations;
  private final PublicAddress address;
  private final MessageSource messages;

  NoteLetters(
      Mail mail, Organizations organizations, PublicAddress address, MessageSource messages) {
    this.mail = mail;
    this.organizations = organizations;
    this.address = address;
    this.messages = messages;
  }

  /** Queues the letter in the caller's transaction; where there is no mail server, none. */
  public void ask(Member person, long caseId, String by) {
    Locale locale = Locale.of(organizations.current().language());
    String where = "/inbox/" + caseId;
    String link = address.find().map(URI::toString).map(base -> base + where).orElse(where);
    mail.queue(
        new Letter(
            person.email(),
            messages.getMessage("inbox.letter.subject", null, locale),
            messages.getMessage(
                "inbox.letter.text", new Object[] {by, Long.toString(caseId), link}, locale)));
  }
}
