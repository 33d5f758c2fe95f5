package org.bedside.identity.web;

import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Open;
import org.bedside.identity.PasswordResets;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.identity.WorksElsewhereException;
import org.bedside.identity.store.Resetting;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A forgotten password: the link that an administrator makes, and what it opens. */
@Controller
class PasswordResetController {

  private final PasswordResets resets;
  private final Resetting resetting;
  private final Members members;
  private final PasswordEncoder passwords;
  private final SignInAttempts attempts;

  PasswordResetController(
      PasswordResets resets,
      Resetting resetting,
      Members members,
      PasswordEncoder passwords,
      SignInAttempts attempts) {
    this.resets = resets;
    this.resetting = resetting;
    this.members = members;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  @Requires(Permission.MANAGE_PEOPLE)
  @PostMapping("/settings/people/{id}/password")
  String issue(@PathVariable UUID id, SignedIn who, Model model, RedirectAttributes flash) {
    Member member =
        members.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      flash.addFlashAttribute(
          "link",
          ServletUriComponentsBuilder.fromCurrentContextPath()
              .path("/password/")
              .path(resets.issue(id, who).token())
              .toUriString());
      return "redirect:/settings/people/" + id;
    } catch (WorksElsewhereException e) {
      return PeopleController.one(member, "people.works-elsewhere", model);
    }
  }

  @Open("whoever forgot the password can't sign in; the link's secret is what is asked for")
  @GetMapping("/password/{token}")
  String offer(@PathVariable String token, Model model) {
    return resetting
        .offer(token)
        .map(offer -> show(offer, "", model))
        .orElse("identity/password-over");
  }

  @Open("whoever forgot the password can't sign in; the link's secret is what is asked for")
  @PostMapping("/password/{token}")
  String reset(
      @PathVariable String token, @RequestParam(defaultValue = "") String password, Model model) {
    Resetting.Offer offer = resetting.offer(token).orElse(null);
    if (offer == null) {
      return "identity/password-over";
    }
    if (password.length() < 10) {
      return show(offer, "setup.password-short", model);
    }
    if (!resetting.reset(offer, passwords.encode(password))) {
      return "identity/password-over";
    }
    attempts.succeeded(offer.email()); // whoever tried in vain before need not wait
    return "redirect:/sign-in?reset";
  }

  private static String show(Resetting.Offer offer, String problem, Model model) {
    model.addAttribute("offer", offer);
    model.addAttribute("problem", problem);
    return "identity/password";
  }
}
