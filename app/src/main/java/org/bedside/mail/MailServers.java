package org.bedside.mail;

import java.util.Optional;

/** The mail server of this installation; thread-safe. */
@FunctionalInterface
public interface MailServers {

  /** Empty where nobody has set one up. */
  Optional<MailServer> find();
}
