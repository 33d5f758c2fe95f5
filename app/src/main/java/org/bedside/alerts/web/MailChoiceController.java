package org.bedside.alerts.web;

import java.util.Locale;
import org.bedside.alerts.MailChoice;
import org.bedside.alerts.MailChoices;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.mail.Mail;
import org.bedside.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody chooses for themselves which alerts reach them by e-mail. */
@Controller
@Requires(Permission.READ_MENTIONS)
class MailChoiceController {

  private static final String HERE = "/alerts/mail";

  private final MailChoices choices;
  private final Mail mail;

  MailChoiceController(MailChoices choices, Mail mail) {
    this.choices = choices;
    this.mail = mail;
  }

  @GetMapping(HERE)
  String show(SignedIn who, Model model) {
    model.addAttribute("chosen", choices.of(who.id()));
    model.addAttribute("ready", mail.isReady());
    return "alerts/mail";
  }

  @PostMapping(HERE)
  String choose(
      @RequestParam(defaultValue = "") String choice,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    for (MailChoice one : MailChoice.values()) {
      if (one.name().equals(choice.strip().toUpperCase(Locale.ROOT))) {
        choices.choose(one, who);
        redirect.addFlashAttribute("flash", page.text("alerts.mail.saved"));
      }
    }
    return "redirect:" + HERE;
  }
}
