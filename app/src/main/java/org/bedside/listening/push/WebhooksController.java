package org.bedside.listening.push;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.api.PublicAddress;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where programs push to that sign what they send. */
@Controller
class WebhooksController {

  private final WebhookSecrets secrets;
  private final PublicAddress address;

  WebhooksController(WebhookSecrets secrets, PublicAddress address) {
    this.secrets = secrets;
    this.address = address;
  }

  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/webhooks")
  String list(Model model) {
    List<Webhooks.Entry> hooks = secrets.all();
    model.addAttribute("hooks", hooks);
    model.addAttribute(
        "paths",
        hooks.stream()
            .map(Webhooks.Entry::id)
            .collect(Collectors.toMap(Function.identity(), WebhookSecrets::path)));
    model.addAttribute(
        "base",
        address
            .find()
            .map(URI::toString)
            .orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    return "listening/webhooks";
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/webhooks")
  String make(
      @RequestParam(defaultValue = "") String source, SignedIn who, RedirectAttributes redirect) {
    String name = source.strip();
    if (name.isEmpty() || name.length() > WebhookSecrets.LONGEST_NAME) {
      redirect.addFlashAttribute("problem", "listening.webhook-name");
    } else {
      WebhookSecrets.Made made = secrets.make(name, who);
      redirect.addFlashAttribute("secret", made.secret());
      redirect.addFlashAttribute("path", made.path());
    }
    return "redirect:/sources/webhooks";
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/webhooks/{id}/remove")
  String remove(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    redirect.addFlashAttribute(
        "flash",
        page.text(
            secrets.remove(id, who) ? "listening.webhook-gone" : "listening.webhook-unknown"));
    return "redirect:/sources/webhooks";
  }
}
