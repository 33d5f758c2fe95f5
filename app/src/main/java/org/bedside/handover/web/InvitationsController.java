package org.bedside.handover.web;

import java.util.UUID;
import org.bedside.handover.Handovers;
import org.bedside.handover.Invitation;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes a link for one person, and shows it once. */
@Controller("handoverInvitationsController")
@Requires(Permission.OPEN_HANDOVERS)
class InvitationsController {

  private final Handovers handovers;

  InvitationsController(Handovers handovers) {
    this.handovers = handovers;
  }

  @PostMapping("/private/invitations")
  String invite(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "en") String language,
      SignedIn who,
      RedirectAttributes flash) {
    try {
      Invitation made = handovers.invite(kind, subject, language, who);
      flash.addFlashAttribute("link", link(made));
      flash.addFlashAttribute("language", language);
      flash.addFlashAttribute("expires", made.expires());
      flash.addFlashAttribute("back", kind.equals("case") ? "/inbox/" + subject : "");
      return "redirect:/private/invitations/" + made.id();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such subject", e);
    }
  }

  private static String link(Invitation made) {
    return made.link().isAbsolute()
        ? made.link().toString()
        : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + made.link();
  }

  /** The link itself is in the flash of whoever made it, once. */
  @GetMapping("/private/invitations/{id}")
  String show(@PathVariable UUID id, Model model) {
    if (!model.containsAttribute("link")) {
      model.addAttribute("link", "");
    }
    return "handover/invitation";
  }
}
