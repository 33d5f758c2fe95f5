package org.bedside.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.bedside.identity.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in; the form itself is answered by the security chain. */
@Controller
class SessionController {

  private static final Set<String> STATES =
      Set.of("wrong", "wait", "out", "ready", "joined", "reset", "late");

  @Open("nobody is signed in yet")
  @GetMapping("/sign-in")
  String form(HttpServletRequest request, Model model) {
    String state = request.getQueryString();
    model.addAttribute("state", state != null && STATES.contains(state) ? state : "");
    return "identity/sign-in";
  }
}
