package org.bedside.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.bedside.identity.Open;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in; the form itself is answered by the security chain. */
@Controller
class SessionController {

  private static final Set<String> STATES =
      Set.of("wrong", "wait", "out", "ready", "joined", "reset", "late");

  /** The session's attribute with the e-mail of an attempt that failed, shown once more. */
  private static final String TRIED = "org.bedside.sign-in.tried";

  private static final int LONGEST_EMAIL = 254;

  @Open("nobody is signed in yet")
  @GetMapping("/sign-in")
  String form(HttpServletRequest request, Model model) {
    String state = request.getQueryString();
    model.addAttribute("state", state != null && STATES.contains(state) ? state : "");
    model.addAttribute("email", tried(request));
    return "identity/sign-in";
  }

  /** Back to the form, which keeps the e-mail and never the password. */
  static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String email = request.getParameter("email");
    if (email != null && email.length() <= LONGEST_EMAIL) {
      request.getSession().setAttribute(TRIED, email);
    }
    response.sendRedirect(why instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong");
  }

  private static String tried(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(TRIED) instanceof String email)) {
      return "";
    }
    session.removeAttribute(TRIED);
    return email;
  }
}
