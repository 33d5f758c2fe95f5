package org.bedside.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.identity.store.Credentials;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks e-mail and password; takes the same time whether or not the e-mail is known. */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final Credentials credentials;
  private final PasswordEncoder passwords;
  private final SignInAttempts attempts;
  private final Clock clock;
  private final String nobodysHash;

  PasswordSignIn(
      Credentials credentials, PasswordEncoder passwords, SignInAttempts attempts, Clock clock) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.attempts = attempts;
    this.clock = clock;
    this.nobodysHash = passwords.encode("nobody has this password");
  }

  @Override
  public Authentication authenticate(Authentication given) {
    UUID person = proven(given.getName(), String.valueOf(given.getCredentials()));
    List<SignedIn> memberships = credentials.membershipsOf(person);
    if (memberships.isEmpty()) {
      throw new BadCredentialsException("no longer a member anywhere");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        new SessionPerson(person, memberships.getFirst().id(), clock.instant()), null, List.of());
  }

  /**
   * The person whose e-mail and password these are.
   *
   * @throws BadCredentialsException where they are not
   * @throws org.springframework.security.authentication.LockedException after too many attempts
   */
  UUID proven(String email, String password) {
    attempts.requireRoom(email);
    var person = credentials.personOf(email);
    boolean right =
        passwords.matches(
            password, person.map(Credentials.Person::passwordHash).orElse(nobodysHash));
    if (!right || person.isEmpty()) {
      attempts.failed(email);
      throw new BadCredentialsException("wrong e-mail or password");
    }
    attempts.succeeded(email);
    return person.get().id();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
