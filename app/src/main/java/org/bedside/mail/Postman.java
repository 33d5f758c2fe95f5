package org.bedside.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives letters to a mail server. Plain text that says that a machine wrote it, with nothing in it
 * by which reading could be followed. Thread-safe.
 */
@Component
class Postman {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Gives them to the server, all over one connection.
   *
   * @param then told of each as soon as it is known what became of it; after {@link Outcome.Away}
   *     the others are not tried, and it is told of them too
   */
  void deliver(
      MailServer server, List<Outgoing.Due> letters, BiConsumer<Outgoing.Due, Outcome> then) {
    Session session = Session.getInstance(settings(server));
    try (Transport transport = session.getTransport("smtp")) {
      Outcome outcome = new Outcome.Taken();
      for (Outgoing.Due letter : letters) {
        if (!(outcome instanceof Outcome.Away)) {
          outcome = deliver(server, session, transport, letter);
        }
        then.accept(letter, outcome);
      }
    } catch (MessagingException e) {
      // Only the farewell failed: what became of each letter was told.
    }
  }

  private static Outcome deliver(
      MailServer server, Session session, Transport transport, Outgoing.Due due) {
    MimeMessage message;
    try {
      message = message(session, server, due);
    } catch (MessagingException e) {
      return new Outcome.Refused("mail.error.address", "");
    }
    try {
      if (!transport.isConnected()) {
        boolean named = !server.user().isEmpty();
        transport.connect(
            server.host(),
            server.port(),
            named ? server.user() : null,
            named ? server.password() : null);
      }
    } catch (MessagingException e) {
      return away(e);
    }
    try {
      transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
      return new Outcome.Taken();
    } catch (MessagingException e) {
      return notTaken(e);
    }
  }

  private static Properties settings(MailServer server) {
    Properties settings = new Properties();
    String limit = Long.toString(PATIENCE.toMillis());
    settings.put("mail.smtp.connectiontimeout", limit);
    settings.put("mail.smtp.timeout", limit);
    settings.put("mail.smtp.writetimeout", limit);
    settings.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.encryption()) {
      case STARTTLS -> {
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> settings.put("mail.smtp.ssl.enable", "true");
      case NONE -> settings.put("mail.smtp.starttls.enable", "false");
    }
    return settings;
  }

  private static MimeMessage message(Session session, MailServer server, Outgoing.Due due)
      throws MessagingException {
    String host = server.from().substring(server.from().indexOf('@') + 1);
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            // The same at each try, so that a letter sent twice is told apart by whoever gets it.
            setHeader("Message-ID", "<" + due.id() + "@" + host + ">");
          }
        };
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(Message.RecipientType.TO, address(due.letter().to()));
    message.setSubject(due.letter().subject(), UTF_8.name());
    message.setText(due.letter().text(), UTF_8.name());
    message.setSentDate(Date.from(due.writtenAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.saveChanges();
    return message;
  }

  /** One mailbox and no more: a list in it would carry the letter to others. */
  private static InternetAddress address(String written) throws AddressException {
    InternetAddress[] addresses = InternetAddress.parse(written, true);
    if (addresses.length != 1 || addresses[0].isGroup()) {
      throw new AddressException("not one address");
    }
    addresses[0].validate();
    return addresses[0];
  }

  private static Outcome away(MessagingException e) {
    if (find(e, AuthenticationFailedException.class) != null) {
      return new Outcome.Away("mail.error.credentials", "");
    }
    if (find(e, SSLException.class) != null || String.valueOf(e.getMessage()).contains("TLS")) {
      return new Outcome.Away("mail.error.tls", "");
    }
    return new Outcome.Away("mail.error.unreachable", "");
  }

  private static Outcome notTaken(MessagingException e) {
    SMTPAddressFailedException recipient = find(e, SMTPAddressFailedException.class);
    if (recipient != null) {
      return recipient.getReturnCode() / 100 == 5
          ? new Outcome.Refused("mail.error.recipient", code(recipient.getReturnCode()))
          : new Outcome.Later("mail.error.busy", code(recipient.getReturnCode()));
    }
    SMTPSenderFailedException sender = find(e, SMTPSenderFailedException.class);
    if (sender != null) {
      return new Outcome.Later("mail.error.sender", code(sender.getReturnCode()));
    }
    SMTPSendFailedException letter = find(e, SMTPSendFailedException.class);
    if (letter == null) {
      return new Outcome.Later("mail.error.broken-off", "");
    }
    if (letter.getReturnCode() == 530 || letter.getReturnCode() == 535) {
      return new Outcome.Away("mail.error.credentials", "");
    }
    return letter.getReturnCode() / 100 == 5
        ? new Outcome.Refused("mail.error.refused", code(letter.getReturnCode()))
        : new Outcome.Later("mail.error.busy", code(letter.getReturnCode()));
  }

  private static String code(int returned) {
    return Integer.toString(returned);
  }

  /** Mail exceptions are chained besides being caused. */
  private static <T extends Exception> @Nullable T find(Exception from, Class<T> type) {
    Throwable one = from;
    for (int depth = 0; one != null && depth < 10; depth++) {
      if (type.isInstance(one)) {
        return type.cast(one);
      }
      Throwable next =
          one instanceof MessagingException chained ? chained.getNextException() : null;
      one = next == null ? one.getCause() : next;
    }
    return null;
  }
}
