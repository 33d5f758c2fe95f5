package org.bedside.identity.web;

import java.util.List;
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
  private final String nobodysHash;

  PasswordSignIn(Credentials credentials, PasswordEncoder passwords, SignInAttempts attempts) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.attempts = attempts;
    this.nobodysHash = passwords.encode("nobody has this password");
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String email = given.getName();
    String password = String.valueOf(given.getCredentials());
    attempts.requireRoom(email);
    var person = credentials.personOf(email);
    boolean right =
        passwords.matches(
            password, person.map(Credentials.Person::passwordHash).orElse(nobodysHash));
    if (!right || person.isEmpty()) {
      attempts.failed(email);
      throw new BadCredentialsException("wrong e-mail or password");
    }
    List<SignedIn> memberships = credentials.membershipsOf(person.get().id());
    if (memberships.isEmpty()) {
      throw new BadCredentialsException("no longer a member anywhere");
    }
    attempts.succeeded(email);
    return UsernamePasswordAuthenticationToken.authenticated(
        new SessionPerson(person.get().id(), memberships.getFirst().id()), null, List.of());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
