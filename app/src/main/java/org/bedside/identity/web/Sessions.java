package org.bedside.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Carries a session over to another membership or past a change of password. */
@Component
class Sessions {

  private final HttpSessionSecurityContextRepository kept =
      new HttpSessionSecurityContextRepository();
  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** From now on this browser's session, under a new number, is of this person and membership. */
  void renew(
      UUID person, UUID membership, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new SessionPerson(person, membership, clock.instant()), null, List.of()));
    kept.saveContext(context, request, response);
  }
}
