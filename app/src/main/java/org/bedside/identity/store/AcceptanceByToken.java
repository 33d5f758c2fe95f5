package org.bedside.identity.store;

import org.bedside.identity.Acceptance;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
class AcceptanceByToken implements Acceptance {

  private final Joining joining;
  private final Credentials credentials;
  private final PasswordEncoder passwords;

  AcceptanceByToken(Joining joining, Credentials credentials, PasswordEncoder passwords) {
    this.joining = joining;
    this.credentials = credentials;
    this.passwords = passwords;
  }

  @Override
  public boolean accept(String token, String name, String password) {
    return joining.offer(token).map(offer -> accept(offer, name, password)).orElse(false);
  }

  private boolean accept(Joining.Offer offer, String name, String password) {
    if (!offer.known()) {
      return joining.acceptAsNew(offer, name, passwords.encode(password));
    }
    return credentials
        .personOf(offer.email())
        .filter(person -> passwords.matches(password, person.passwordHash()))
        .map(person -> joining.acceptAs(offer, person.id()))
        .orElse(false);
  }
}
