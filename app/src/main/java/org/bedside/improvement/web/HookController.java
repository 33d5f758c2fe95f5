package org.bedside.improvement.web;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.bedside.hooks.Hook;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.TicketHook;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebAddress;
import org.bedside.ui.Page;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The address that is told of tickets, and what came of telling it. */
@Controller
@Requires(Permission.MANAGE_ORGANIZATION)
class HookController {

  private static final String HERE = "/settings/ticket-webhook";
  private static final int MOST = 50;

  private final TicketHook hook;
  private final Outbound outbound;

  HookController(TicketHook hook, Outbound outbound) {
    this.hook = hook;
    this.outbound = outbound;
  }

  @GetMapping(HERE)
  String show(Model model) {
    return page("", "", model);
  }

  @PostMapping(HERE)
  String set(
      @RequestParam(defaultValue = "") String address,
      SignedIn who,
      Model model,
      RedirectAttributes redirect) {
    Optional<URI> uri = WebAddress.parse(address).filter(WebAddress::isWeb);
    if (uri.isEmpty()) {
      return page(address, "improve.webhook.no-address", model);
    }
    if (outbound.refusal(uri.get()).isPresent()) {
      return page(address, "improve.webhook.refused", model);
    }
    redirect.addFlashAttribute("secret", hook.set(uri.get(), who));
    return "redirect:" + HERE;
  }

  @PostMapping(HERE + "/remove")
  String remove(SignedIn who, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    hook.remove(who);
    redirect.addFlashAttribute("flash", page.text("improve.webhook.removed"));
    return "redirect:" + HERE;
  }

  @PostMapping(HERE + "/deliveries/{key}/again")
  String again(
      @PathVariable UUID key, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    hook.again(key);
    redirect.addFlashAttribute("flash", page.text("improve.webhook.tried-again"));
    return "redirect:" + HERE;
  }

  private String page(String address, String problem, Model model) {
    model.addAttribute("told", hook.find().map(HookController::shown).orElse(""));
    model.addAttribute("address", address);
    model.addAttribute("problem", problem);
    model.addAttribute("deliveries", hook.latest(MOST));
    return "improvement/webhook";
  }

  /** Of one that can't be unsealed any more the host. */
  private static String shown(Hook told) {
    return told.address() == null ? told.host() : told.address().toString();
  }

  /** Its page among the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem ticketWebhookSettings() {
      return new SettingsItem(
          SettingsGroup.SYSTEM, 20, "improve.webhook", HERE, "MANAGE_ORGANIZATION");
    }
  }
}
