package org.bedside.listening.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.bedside.outbound.Outbound;

/**
 * Where a folder is, as in {@code imaps://imap.example.org/Alerts}.
 *
 * @param encrypted from the first byte; otherwise by STARTTLS, which is insisted on
 */
record Mailbox(String host, int port, boolean encrypted, String folder) {

  /** Empty where the address is no mailbox's. */
  static Optional<Mailbox> of(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean encrypted = scheme.equals("imaps");
    if (!encrypted && !scheme.equals("imap")) {
      return Optional.empty();
    }
    if (address.getHost() == null || address.getHost().isEmpty()) {
      return Optional.empty();
    }
    int port = address.getPort() > 0 ? address.getPort() : encrypted ? 993 : 143;
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String folder = decoded(path.startsWith("/") ? path.substring(1) : path);
    return Optional.of(
        new Mailbox(address.getHost(), port, encrypted, folder.isBlank() ? "INBOX" : folder));
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  String protocol() {
    return encrypted ? "imaps" : "imap";
  }

  /** A password never goes over a network in the clear; the machine itself is no network. */
  private boolean isThisMachine() {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
  }

  Properties settings(Outbound outbound) {
    String mail = "mail." + protocol() + ".";
    Properties settings = new Properties();
    settings.put(mail + "socketFactory", outbound.sockets());
    settings.put(mail + "ssl.socketFactory", outbound.encryptedSockets());
    settings.setProperty(mail + "socketFactory.fallback", "false");
    settings.setProperty(mail + "ssl.checkserveridentity", "true");
    settings.setProperty(mail + "connectiontimeout", "10000");
    settings.setProperty(mail + "timeout", "20000");
    settings.setProperty(mail + "writetimeout", "20000");
    settings.setProperty(mail + "peek", "true");
    settings.setProperty(mail + "fetchsize", "262144");
    settings.setProperty(mail + "connectionpoolsize", "1");
    if (!encrypted) {
      settings.setProperty(mail + "starttls.enable", "true");
      settings.setProperty(mail + "starttls.required", Boolean.toString(!isThisMachine()));
    }
    settings.setProperty("mail.mime.address.strict", "false");
    return settings;
  }
}
