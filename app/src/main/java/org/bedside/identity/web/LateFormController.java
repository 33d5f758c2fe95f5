package org.bedside.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bedside.identity.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page with what was entered into a form whose token was over; see {@link LateForms}. */
@Controller
class LateFormController {

  static final String PATH = "/late-form";

  @Open("whoever was signed out while they wrote gets their own words back, and nothing else")
  @PostMapping(PATH)
  String show(HttpServletRequest request, HttpServletResponse response, Model model) {
    LateForm form =
        LateForm.of(request)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "not by itself"));
    response.setStatus(HttpStatus.FORBIDDEN.value());
    // it holds what somebody wrote
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("form", form);
    return "identity/late-form";
  }
}
