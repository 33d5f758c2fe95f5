package org.bedside.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form whose token is over, such as one that was left open overnight, is answered with what was
 * entered instead of a refusal that loses it. A form of another site is only refused.
 */
final class LateForms implements AccessDeniedHandler {

  /** Whether the form may be sent by anybody; an attribute of the request that is sent on. */
  static final String OPEN = LateForms.class.getName() + ".open";

  /** What the browser says of where a form comes from; only where the connection is safe. */
  private static final String ORIGIN = "Sec-Fetch-Site";

  private static final String SAME_ORIGIN = "same-origin";

  private final RouteRules rules;

  LateForms(RouteRules rules) {
    this.rules = rules;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException, ServletException {
    if (response.isCommitted()) {
      return;
    }
    boolean signsIn = request.getRequestURI().equals("/sign-in");
    if (!(refusal instanceof CsrfException) || !isForm(request) || (signsIn && !isOurs(request))) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else if (signsIn) {
      response.sendRedirect("/sign-in?late");
    } else {
      request.setAttribute(OPEN, rules.isOpen(request));
      request.getRequestDispatcher(LateFormController.PATH).forward(request, response);
    }
  }

  /** Whether the browser says so; where it says nothing nobody knows. */
  static boolean isOurs(HttpServletRequest request) {
    return SAME_ORIGIN.equals(request.getHeader(ORIGIN));
  }

  private static boolean isForm(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String origin = request.getHeader(ORIGIN);
    return HttpMethod.POST.matches(request.getMethod())
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && (origin == null || origin.equals(SAME_ORIGIN));
  }
}
