package org.bedside.listening.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;

/** One visit to a mailbox: what came since the cursor, a batch at a time. */
record Visit(Mailbox mailbox, String user, String password, Instant now) {

  /** Of a folder that is new to us, so many of the newest mails are read. */
  private static final int FIRST = 200;

  private static final int BATCH = 50;

  Heard read(Outbound outbound, @Nullable Cursor cursor) {
    Session session = Session.getInstance(mailbox.settings(outbound));
    try (Store store = session.getStore(mailbox.protocol())) {
      store.connect(mailbox.host(), mailbox.port(), user, password);
      try (Folder folder = store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_ONLY);
        return folder instanceof UIDFolder numbered
            ? read(folder, numbered, cursor)
            : new Heard.Trouble("mail.no-folder", mailbox.folder(), null);
      }
    } catch (MessagingException | RuntimeException e) {
      return trouble(e);
    }
  }

  @Override
  public String toString() {
    return "Visit[" + mailbox.host() + "]";
  }

  private Heard read(Folder folder, UIDFolder numbered, @Nullable Cursor cursor)
      throws MessagingException {
    long validity = numbered.getUIDValidity();
    // Numbered anew, the newest mails are read again: their posts keep their keys.
    long last = cursor != null && cursor.validity() == validity ? cursor.uid() : -1;
    boolean known = last >= 0;
    List<Message> waiting = new ArrayList<>();
    for (Message message : known ? since(numbered, last) : newest(folder)) {
      // Asked for what comes after the last one, servers answer the last one.
      if (message != null && numbered.getUID(message) > last) {
        waiting.add(message);
      }
    }
    if (waiting.isEmpty() && known) {
      return new Heard.Unchanged();
    }
    List<RawPost> posts = new ArrayList<>();
    List<Message> batch = waiting.subList(0, Math.min(BATCH, waiting.size()));
    prefetch(folder, batch);
    for (Message message : batch) {
      if (!message.isExpunged()) {
        posts.addAll(LetterReader.read(message).posts(now));
      }
      last = Math.max(last, numbered.getUID(message));
    }
    Heard.Posts heard =
        new Heard.Posts(posts, List.of(), new Cursor(validity, Math.max(0, last)).write());
    return batch.size() < waiting.size() ? heard.continuing(Duration.ZERO, null) : heard;
  }

  /** All but the texts in one exchange; what can't be had so is asked for mail by mail. */
  private static void prefetch(Folder folder, List<Message> batch) throws MessagingException {
    FetchProfile headers = new FetchProfile();
    headers.add(FetchProfile.Item.ENVELOPE);
    headers.add(FetchProfile.Item.CONTENT_INFO);
    headers.add("Message-ID");
    headers.add("From");
    try {
      folder.fetch(batch.toArray(Message[]::new), headers);
    } catch (MessagingException | RuntimeException e) {
      if (!folder.isOpen()) {
        throw new MessagingException("The connection was lost", new IOException(e));
      }
    }
  }

  private static Message[] since(UIDFolder numbered, long last) throws MessagingException {
    return numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID);
  }

  private static Message[] newest(Folder folder) throws MessagingException {
    int count = folder.getMessageCount();
    if (count <= 0) {
      return new Message[0];
    }
    Message[] messages = folder.getMessages(Math.max(1, count - FIRST + 1), count);
    FetchProfile numbers = new FetchProfile();
    numbers.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(messages, numbers);
    return messages;
  }

  private Heard.Trouble trouble(Exception e) {
    String host = mailbox.host();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String code =
          switch (cause) {
            case AuthenticationFailedException _ -> "mail.login-refused";
            case FolderNotFoundException _ -> "mail.no-folder";
            case SSLException _ -> "outbound.certificate";
            case SocketTimeoutException _ -> "outbound.too-slow";
            case UnknownHostException _ ->
                Outbound.isPrivateAddress(cause)
                    ? "outbound.address-private"
                    : "outbound.host-unknown";
            case java.net.ConnectException _ -> "outbound.connection";
            default -> "";
          };
      if (!code.isEmpty()) {
        return new Heard.Trouble(
            code, code.equals("mail.no-folder") ? mailbox.folder() : host, null);
      }
    }
    boolean unencrypted = String.valueOf(e.getMessage()).contains("STARTTLS");
    return new Heard.Trouble(unencrypted ? "mail.not-encrypted" : "outbound.broken", host, null);
  }
}
