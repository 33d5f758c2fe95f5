package org.bedside.identity.web;

import org.bedside.identity.Open;
import org.bedside.identity.store.Joining;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the link of an invitation opens. */
@Controller
class InvitationController {

  private static final int LONGEST_NAME = 200;

  private final Joining joining;
  private final PasswordSignIn signIn;
  private final PasswordEncoder passwords;

  InvitationController(Joining joining, PasswordSignIn signIn, PasswordEncoder passwords) {
    this.joining = joining;
    this.signIn = signIn;
    this.passwords = passwords;
  }

  @Open("whoever is invited can't sign in yet; the link's secret is what is asked for")
  @GetMapping("/invitation/{token}")
  String offer(@PathVariable String token, Model model) {
    return joining
        .offer(token)
        .map(offer -> show(offer, "", "", model))
        .orElse("identity/invitation-over");
  }

  @Open("whoever is invited can't sign in yet; the link's secret is what is asked for")
  @PostMapping("/invitation/{token}")
  String accept(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      Model model) {
    Joining.Offer offer = joining.offer(token).orElse(null);
    if (offer == null) {
      return "identity/invitation-over";
    }
    return offer.known()
        ? acceptAsKnown(offer, password, model)
        : acceptAsNew(offer, name.strip(), password, model);
  }

  private String acceptAsNew(Joining.Offer offer, String name, String password, Model model) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return show(offer, "invitation.name-missing", name, model);
    }
    if (password.length() < 10) {
      return show(offer, "setup.password-short", name, model);
    }
    return done(joining.acceptAsNew(offer, name, passwords.encode(password)));
  }

  private String acceptAsKnown(Joining.Offer offer, String password, Model model) {
    try {
      return done(joining.acceptAs(offer, signIn.proven(offer.email(), password)));
    } catch (LockedException e) {
      return show(offer, "sign-in.wait", "", model);
    } catch (AuthenticationException e) {
      return show(offer, "account.password-wrong", "", model);
    }
  }

  private static String done(boolean accepted) {
    return accepted ? "redirect:/sign-in?joined" : "identity/invitation-over";
  }

  private static String show(Joining.Offer offer, String problem, String name, Model model) {
    model.addAttribute("offer", offer);
    model.addAttribute("problem", problem);
    model.addAttribute("name", name);
    return "identity/invitation";
  }
}
