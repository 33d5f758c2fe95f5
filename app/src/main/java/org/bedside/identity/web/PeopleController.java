package org.bedside.identity.web;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.AlreadyMemberException;
import org.bedside.identity.Invitations;
import org.bedside.identity.LastAdministratorException;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Who works here, and who is asked to. */
@Controller
@Requires(Permission.MANAGE_PEOPLE)
class PeopleController {

  private static final String HERE = "redirect:/settings/people";

  private final Members members;
  private final Invitations invitations;
  private final MessageSource messages;

  PeopleController(Members members, Invitations invitations, MessageSource messages) {
    this.members = members;
    this.invitations = invitations;
    this.messages = messages;
  }

  @GetMapping("/settings/people")
  String people(SignedIn who, Model model) {
    return show(who, "", "", Set.of(Role.COMMUNICATIONS), model);
  }

  @PostMapping("/settings/people/invitations")
  String invite(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      SignedIn who,
      Model model,
      RedirectAttributes flash) {
    String address = email.strip();
    Set<Role> wanted = roles == null ? Set.of() : roles;
    if (!address.matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
      return show(who, "setup.email-invalid", address, wanted, model);
    }
    if (wanted.isEmpty()) {
      return show(who, "people.role-missing", address, wanted, model);
    }
    try {
      Invitations.Issued issued = invitations.invite(address, wanted, who);
      flash.addFlashAttribute(
          "link",
          ServletUriComponentsBuilder.fromCurrentContextPath()
              .path("/invitation/")
              .path(issued.token())
              .toUriString());
      flash.addFlashAttribute("invited", address);
      return HERE;
    } catch (AlreadyMemberException e) {
      return show(who, "people.already-here", address, wanted, model);
    }
  }

  @PostMapping("/settings/people/invitations/{id}/revoke")
  String revoke(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    invitations.revoke(id, who);
    flash.addFlashAttribute("flash", messages.getMessage("people.revoked", null, locale));
    return HERE;
  }

  @GetMapping("/settings/people/{id}")
  String person(@PathVariable UUID id, Model model) {
    return one(member(id), "", model);
  }

  @PostMapping("/settings/people/{id}")
  String assign(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes flash) {
    Member member = member(id);
    if (roles == null || roles.isEmpty()) {
      return one(member, "people.role-missing", model);
    }
    try {
      members.assignRoles(id, EnumSet.copyOf(roles), who);
    } catch (LastAdministratorException e) {
      return one(member, "people.last-administrator", model);
    }
    flash.addFlashAttribute(
        "flash", messages.getMessage("people.changed", new Object[] {member.name()}, locale));
    return HERE;
  }

  @PostMapping("/settings/people/{id}/end")
  String end(
      @PathVariable UUID id, SignedIn who, Locale locale, Model model, RedirectAttributes flash) {
    Member member = member(id);
    try {
      members.end(id, who);
    } catch (LastAdministratorException e) {
      return one(member, "people.last-administrator", model);
    }
    flash.addFlashAttribute(
        "flash", messages.getMessage("people.ended", new Object[] {member.name()}, locale));
    return HERE;
  }

  private String show(SignedIn who, String problem, String email, Set<Role> chosen, Model model) {
    model.addAttribute("members", members.current());
    model.addAttribute("invitations", invitations.open());
    model.addAttribute("own", who.id());
    model.addAttribute("problem", problem);
    model.addAttribute("email", email);
    model.addAttribute("chosen", chosen);
    return "identity/people";
  }

  static String one(Member member, String problem, Model model) {
    model.addAttribute("member", member);
    model.addAttribute("problem", problem);
    return "identity/person";
  }

  private Member member(UUID id) {
    return members
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such member"));
  }
}
