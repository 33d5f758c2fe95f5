package org.bedside.approvals;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.api.PublicAddress;
import org.bedside.identity.Member;
import org.bedside.identity.Organizations;
import org.bedside.identity.Permission;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * ApprovalLetters to those whose turn it is: that something waits, until when, and where. Never a
 * word of the post, of the reply or of the title, for letters lie readable on their way; and the
 * link only leads to the page, where one signs in, for whoever gets hold of the letter must not
 * decide.
 */
@Component
class ApprovalLetters {

  private final Mail mail;
  private final MessageSource messages;
  private final Organizations organizations;
  private final PublicAddress address;

  ApprovalLetters(
      Mail mail, MessageSource messages, Organizations organizations, PublicAddress address) {
    this.mail = mail;
    this.messages = messages;
    this.organizations = organizations;
    this.address = address;
  }

  /** It is their turn. */
  void ask(ApprovalRequest request, Member member) {
    write("asked", request, member);
  }

  /** Half of their time is over. */
  void remind(ApprovalRequest request, Member member) {
    write("reminder", request, member);
  }

  /** To those who manage the policies: nobody is left who could agree. */
  void stuck(ApprovalRequest request, List<Member> members) {
    members.stream()
        .filter(ApprovalLetters::manages)
        .forEach(member -> write("stuck", request, member));
  }

  private static boolean manages(Member member) {
    return member.roles().stream()
        .anyMatch(role -> role.permissions().contains(Permission.MANAGE_APPROVALS));
  }

  private void write(String which, ApprovalRequest request, Member member) {
    Organizations.Details here = organizations.current();
    Locale locale = Locale.of(here.language());
    String deadline = exact(request, locale, here.zone());
    String subject = text("approvals.letter." + which + ".subject", locale, here.name());
    String words =
        text("approvals.letter." + which, locale, member.name(), request.askedByName(), deadline);
    mail.queue(
        new Letter(
            member.email(),
            subject,
            words
                + "\n\n"
                + where(request.id(), locale)
                + "\n\n"
                + text("approvals.letter.end", locale)
                + "\n"));
  }

  private String where(UUID request, Locale locale) {
    return address
        .find()
        .map(URI::toString)
        .map(base -> base + "/approvals/" + request)
        .orElseGet(() -> text("approvals.letter.no-link", locale));
  }

  private static String exact(ApprovalRequest request, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone)
            .format(request.deadline())
        + " ("
        + zone.getId()
        + ")";
  }

  private String text(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }
}
