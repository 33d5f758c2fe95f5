package org.bedside.wordings.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the variables of wordings stand for, for the organization and for each of its places. */
@Controller
@Requires(Permission.MANAGE_WORDINGS)
class ContactsController {

  private static final String HERE = "/settings/wordings/contacts";
  private static final int LONGEST = 300;

  private final Contacts contacts;
  private final Locations locations;
  private final MessageSource messages;

  ContactsController(Contacts contacts, Locations locations, MessageSource messages) {
    this.contacts = contacts;
    this.locations = locations;
    this.messages = messages;
  }

  @GetMapping(HERE)
  String show(@RequestParam(required = false) @Nullable UUID location, Model model) {
    Location place = place(location);
    List<Variable> asked =
        List.of(Variable.values()).stream()
            .filter(one -> one.entered() && (place == null || one.byPlace()))
            .toList();
    model.addAttribute(
        "view", new ContactsView(place, locations.current(), asked, contacts.own(location)));
    return "wordings/contacts";
  }

  /** Fields are named {@code PHONE.en}, {@code POLICY.es}. */
  @PostMapping(HERE)
  String keep(
      @RequestParam(required = false) @Nullable UUID location,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    place(location);
    Map<Variable, Pair> entered = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      entered.put(
          variable,
          new Pair(
              line(fields.get(variable.name() + ".en")),
              line(fields.get(variable.name() + ".es"))));
    }
    contacts.keep(location, entered, who);
    redirect.addFlashAttribute(
        "flash", messages.getMessage("wordings.contacts.saved", null, locale));
    return "redirect:" + HERE + (location == null ? "" : "?location=" + location);
  }

  /** Braces could stand for another variable. */
  private static String line(@Nullable String entered) {
    String line =
        entered == null
            ? ""
            : entered.replaceAll("\\p{Cntrl}+", " ").replaceAll("[{}]", "").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip();
  }

  private @Nullable Location place(@Nullable UUID id) {
    return id == null
        ? null
        : locations
            .find(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place"));
  }
}
