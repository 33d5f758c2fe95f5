package org.bedside.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.bedside.handover.HandoverRule;
import org.bedside.handover.HandoverRules;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long words stay, who reads them, and what the public page looks like. */
@Controller
@Requires(Permission.MANAGE_ORGANIZATION)
class RuleController {

  private final HandoverRules rules;
  private final MessageSource messages;

  RuleController(HandoverRules rules, MessageSource messages) {
    this.rules = rules;
    this.messages = messages;
  }

  @GetMapping("/settings/private")
  String show(Model model) {
    return show(RuleForm.of(rules.current()), "", model);
  }

  @PostMapping("/settings/private")
  String change(
      RuleForm form,
      SignedIn who,
      Locale locale,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    HandoverRule rule = form.rule().orElse(null);
    if (rule == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, "handover.rule.unreadable", model);
    }
    rules.change(rule, who);
    redirect.addFlashAttribute("flash", messages.getMessage("handover.rule.saved", null, locale));
    return "redirect:/settings/private";
  }

  private static String show(RuleForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    return "handover/rule";
  }

  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem privateSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING,
          70,
          "handover.rule.title",
          "/settings/private",
          "MANAGE_ORGANIZATION");
    }
  }
}
