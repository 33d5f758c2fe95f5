package org.bedside.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bedside.mail.MailServer.Encryption;
import org.jspecify.annotations.Nullable;

/** A real mail server on this machine. It takes no letters for addresses that begin with "gone". */
public final class PostOffice implements AutoCloseable {

  private final int port;
  private GreenMail server;

  public PostOffice() {
    port = freePort();
    server = open(port);
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GreenMail open(int port) {
    GreenMail server =
        new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)) {
          @Override
          protected Map<String, AbstractServer> createServices(
              ServerSetup[] config, Managers managers) {
            return super.createServices(config, new Choosy(managers));
          }
        };
    server.start();
    return server;
  }

  private static final class Choosy extends Managers {
    private final SmtpManager smtp;

    Choosy(Managers real) {
      smtp =
          new SmtpManager(real.getImapHostManager(), real.getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
              return to.getEmail().startsWith("gone") ? "550 no such mailbox" : null;
            }
          };
    }

    // The constructor of what it extends asks for none of it.
    @Override
    public SmtpManager getSmtpManager() {
      return smtp;
    }
  }

  /** How letters are given to it. */
  public MailServer address() {
    return new MailServer("127.0.0.1", port, "", "", "bedside@larkspur.example", Encryption.NONE);
  }

  /** Nobody answers until {@link #openAgain}. */
  public void shut() {
    server.stop();
  }

  public void openAgain() {
    server = open(port);
  }

  @Override
  public void close() {
    server.stop();
  }

  /** What it took since it opened, in order. */
  public List<Taken> taken() {
    return Arrays.stream(server.getReceivedMessages()).map(PostOffice::read).toList();
  }

  /** What it took for one address. */
  public List<Taken> takenFor(String address) {
    return taken().stream().filter(letter -> letter.to().equals(address)).toList();
  }

  /** A letter as it arrived. */
  public record Taken(String to, String from, String subject, String text, String id, String raw) {}

  private static Taken read(MimeMessage message) {
    try {
      StringBuilder headers = new StringBuilder();
      message
          .getAllHeaderLines()
          .asIterator()
          .forEachRemaining(l -> headers.append(l).append('\n'));
      return new Taken(
          message.getAllRecipients()[0].toString(),
          message.getFrom()[0].toString(),
          message.getSubject(),
          Objects.toString(message.getContent()).replace("\r\n", "\n").strip(),
          message.getMessageID(),
          headers.toString());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
