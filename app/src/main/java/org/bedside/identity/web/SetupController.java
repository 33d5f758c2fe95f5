package org.bedside.identity.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.bedside.identity.AlreadyFoundedException;
import org.bedside.identity.Founding;
import org.bedside.identity.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The first visit. */
@Controller
class SetupController {

  private final Founding founding;

  SetupController(Founding founding) {
    this.founding = founding;
  }

  @Open("the first visit happens before anybody can sign in; refused once set up")
  @GetMapping("/set-up")
  String form(Model model) {
    if (!founding.isFirstVisit()) {
      return "redirect:/";
    }
    return show(model, SetupForm.EMPTY, null);
  }

  @Open("the first visit happens before anybody can sign in; refused once set up")
  @PostMapping("/set-up")
  String setUp(@ModelAttribute SetupForm form, Model model) {
    Founding.Request request;
    try {
      request = form.request();
    } catch (DateTimeException e) {
      return show(model, form, "setup.zone-unknown");
    }
    String problem = request.problem();
    if (problem != null) {
      return show(model, form, problem);
    }
    try {
      founding.foundFirst(request);
    } catch (AlreadyFoundedException e) {
      return "redirect:/";
    }
    return "redirect:/sign-in?ready";
  }

  private static String show(Model model, SetupForm form, @Nullable String problem) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("zones", zones());
    return "identity/setup";
  }

  /** The zones to choose from. */
  static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.contains("/"))
        .sorted()
        .toList();
  }

  /** One location a line. */
  static List<String> lines(String text) {
    return Arrays.stream(text.split("\\R")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
