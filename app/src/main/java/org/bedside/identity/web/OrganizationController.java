package org.bedside.identity.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bedside.identity.Founding;
import org.bedside.identity.Organizations;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The organization's own name and zone; and a further organization, for those who serve several.
 */
@Controller
@Requires(Permission.MANAGE_ORGANIZATION)
class OrganizationController {

  private static final int LONGEST_NAME = 200;

  private final Organizations organizations;
  private final Founding founding;
  private final MessageSource messages;

  OrganizationController(Organizations organizations, Founding founding, MessageSource messages) {
    this.organizations = organizations;
    this.founding = founding;
    this.messages = messages;
  }

  @GetMapping("/settings/organization")
  String organization(Model model) {
    Organizations.Details current = organizations.current();
    return show("identity/organization", current.name(), current.zone().getId(), "", model);
  }

  @PostMapping("/settings/organization")
  String change(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String zone,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes flash) {
    String problem = problem(name, zone);
    if (!problem.isEmpty()) {
      return show("identity/organization", name, zone, problem, model);
    }
    organizations.change(name.strip(), ZoneId.of(zone), who);
    flash.addFlashAttribute("flash", messages.getMessage("organization.saved", null, locale));
    return "redirect:/settings/organization";
  }

  @GetMapping("/settings/organizations/new")
  String further(SignedIn who, Model model) {
    return show("identity/organization-new", "", who.zone().getId(), "", model);
  }

  @PostMapping("/settings/organizations")
  String found(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String zone,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes flash) {
    String problem = problem(name, zone);
    if (!problem.isEmpty()) {
      return show("identity/organization-new", name, zone, problem, model);
    }
    founding.foundFurther(name.strip(), ZoneId.of(zone), List.of(), who);
    flash.addFlashAttribute(
        "flash", messages.getMessage("organization.founded", new Object[] {name.strip()}, locale));
    return "redirect:/settings/organization";
  }

  private static String problem(String name, String zone) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return "setup.organization-missing";
    }
    try {
      ZoneId.of(zone);
      return "";
    } catch (DateTimeException e) {
      return "setup.zone-unknown";
    }
  }

  private static String show(
      String template, String name, String zone, String problem, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("zone", zone);
    model.addAttribute("zones", SetupController.zones());
    model.addAttribute("problem", problem);
    return template;
  }
}
