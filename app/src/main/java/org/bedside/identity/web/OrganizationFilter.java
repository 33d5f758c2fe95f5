package org.bedside.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.identity.store.Credentials;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the session or the token into who is signed in now, and does the rest of the request on
 * behalf of their organization.
 */
final class OrganizationFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Credentials credentials;

  OrganizationFilter(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SignedIn> who = whoIs(request);
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    if (who.isPresent()) {
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(who.get(), null, List.of()));
    }
    SecurityContextHolder.setContext(context);
    try {
      if (who.isPresent()) {
        CurrentOrganization.<Boolean, Exception>call(
            who.get().organizationId(),
            () -> {
              chain.doFilter(request, response);
              return true;
            });
      } else {
        chain.doFilter(request, response);
      }
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    } finally {
      if (who.isEmpty()) {
        SecurityContextHolder.setContext(before);
      } // else whoever answers a refusal further out still needs to know who it was
    }
  }

  private Optional<SignedIn> whoIs(HttpServletRequest request) {
    if (request.getRequestURI().startsWith("/api/")) {
      String header = request.getHeader("Authorization");
      return header != null && header.startsWith(BEARER)
          ? credentials.tokenHolder(header.substring(BEARER.length()).strip())
          : Optional.empty();
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SessionPerson session
        ? credentials.membership(session.person(), session.membership(), session.since())
        : Optional.empty();
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }
}
