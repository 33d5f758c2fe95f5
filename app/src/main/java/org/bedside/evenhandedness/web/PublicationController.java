package org.bedside.evenhandedness.web;

import java.util.Locale;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.evenhandedness.ModerationPage;
import org.bedside.identity.Open;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Page;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the public the published reasons and the rates, where the organization wants that. */
@Controller
class PublicationController {

  private final ModerationPage publication;
  private final PublicViews views;
  private final MessageSource messages;

  PublicationController(ModerationPage publication, PublicViews views, MessageSource messages) {
    this.publication = publication;
    this.views = views;
    this.messages = messages;
  }

  @Requires(Permission.MANAGE_ORGANIZATION)
  @PostMapping("/ledger/publication")
  String publish(
      @RequestParam(defaultValue = "false") boolean open,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    publication.show(open, who);
    redirect.addFlashAttribute(
        "flash", messages.getMessage(open ? "ledger.opened" : "ledger.closed", null, locale));
    return "redirect:/ledger";
  }

  @Open("patients and the public read it; there is nothing unless the organization opened it")
  @GetMapping("/o/{organization}/moderation")
  String show(@PathVariable String organization, @ModelAttribute("page") Page page, Model model) {
    PublicView view =
        CurrentOrganization.call(
            new OrganizationId(uuid(organization)),
            () -> views.view(page).orElseThrow(PublicationController::notFound));
    model.addAttribute("view", view);
    return "evenhandedness/public";
  }

  private static UUID uuid(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException none) {
      throw notFound();
    }
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
