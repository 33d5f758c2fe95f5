package org.bedside.handover;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.bedside.api.PublicAddress;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Letters about private conversations, in the caller's transaction. They say that something waits,
 * never what, nor for whom; the one to the public holds no link either, since whoever reads the
 * letter could follow it. Thread-safe.
 */
@Component
public class Notices {

  private final Mail mail;
  private final Members members;
  private final Organizations organizations;
  private final HandoverRules rules;
  private final PublicAddress address;
  private final MessageSource messages;

  /** Made by the container; or by hand, with another way for letters to go. */
  public Notices(
      Mail mail,
      Members members,
      Organizations organizations,
      HandoverRules rules,
      PublicAddress address,
      MessageSource messages) {
    this.mail = mail;
    this.members = members;
    this.organizations = organizations;
    this.rules = rules;
    this.address = address;
    this.messages = messages;
  }

  /** Tells everybody who reads them that one waits. */
  public void oneWaits() {
    if (!mail.isReady()) {
      return;
    }
    Locale locale = Locale.of(organizations.current().language());
    String subject = text("handover.letter.waits", locale);
    String words =
        text("handover.letter.waits-words", locale)
            + address.find().map(URI::toString).map(base -> "\n\n" + base + "/private").orElse("");
    HandoverRule rule = rules.current();
    List<Member> readers =
        members.current().stream()
            .filter(member -> member.roles().stream().anyMatch(rule.readers()::contains))
            .toList();
    readers.forEach(reader -> mail.queue(new Letter(reader.email(), subject, words)));
  }

  /** Tells whoever asked for that, that there is an answer. */
  public void answered(String email, String language) {
    Locale locale = Locale.of(language);
    mail.queue(
        new Letter(
            email,
            text("handover.letter.answer", locale),
            text("handover.letter.answer-words", locale, organizations.current().name())));
  }

  private String text(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }
}
