package org.bedside.mail;

import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  @Bean
  MailServers mailServers(
      @Value("${bedside.mail.host:}") String host,
      @Value("${bedside.mail.port:}") String port,
      @Value("${bedside.mail.user:}") String user,
      @Value("${bedside.mail.password:}") String password,
      @Value("${bedside.mail.from:}") String from,
      @Value("${bedside.mail.tls:}") String tls) {
    Optional<MailServer> server = read(host, port, user, password, from, tls);
    return () -> server;
  }

  /**
   * @throws IllegalArgumentException with a sentence for a person where a setting is missing or
   *     can't be read
   */
  static Optional<MailServer> read(
      String host, String port, String user, String password, String from, String tls) {
    if (host.isBlank()) {
      return Optional.empty();
    }
    if (!from.strip().matches("[^\\s<>@]+@[^\\s<>@]+")) {
      throw new IllegalArgumentException(
          "bedside.mail.from is the address that letters come from, such as"
              + " bedside@example.org. It is needed where bedside.mail.host is set.");
    }
    MailServer.Encryption encryption =
        switch (tls.strip().toLowerCase(Locale.ROOT)) {
          case "", "starttls" -> MailServer.Encryption.STARTTLS;
          case "tls" -> MailServer.Encryption.TLS;
          case "none" -> MailServer.Encryption.NONE;
          default ->
              throw new IllegalArgumentException(
                  "bedside.mail.tls is starttls, tls or none; starttls where it is left out.");
        };
    return Optional.of(
        new MailServer(
            host.strip(),
            port(port, encryption),
            user.strip(),
            password,
            from.strip(),
            encryption));
  }

  private static int port(String written, MailServer.Encryption encryption) {
    if (written.isBlank()) {
      return switch (encryption) {
        case STARTTLS -> 587;
        case TLS -> 465;
        case NONE -> 25;
      };
    }
    if (!written.strip().matches("\\d{1,5}")) {
      throw new IllegalArgumentException("bedside.mail.port is a number, such as 587.");
    }
    return Integer.parseInt(written.strip());
  }
}
