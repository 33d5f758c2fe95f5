package org.bedside.privacy.web;

import java.util.Locale;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.Overrides;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one person wants to post although it is held back, for the second person to read. */
@Controller
@Requires(Permission.OVERRIDE_GUARD)
class OverridesController {

  private final Overrides overrides;
  private final MessageSource messages;

  OverridesController(Overrides overrides, MessageSource messages) {
    this.overrides = overrides;
    this.messages = messages;
  }

  @GetMapping("/settings/overrides")
  String show(SignedIn who, Model model) {
    model.addAttribute("waiting", overrides.waiting(who));
    return "privacy/overrides";
  }

  @PostMapping("/settings/overrides/{id}/refusal")
  String refuse(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    String said = overrides.refuse(id, who) ? "privacy.waiting.refused" : "privacy.waiting.over";
    redirect.addFlashAttribute("flash", messages.getMessage(said, null, locale));
    return "redirect:/settings/overrides";
  }

  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem overridesWaiting() {
      return new SettingsItem(
          SettingsGroup.ANSWERING,
          45,
          "privacy.waiting.title",
          "/settings/overrides",
          "OVERRIDE_GUARD");
    }
  }
}
