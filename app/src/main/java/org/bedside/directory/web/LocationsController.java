package org.bedside.directory.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.bedside.directory.Location;
import org.bedside.directory.LocationNameTakenException;
import org.bedside.directory.Locations;
import org.bedside.directory.Locations.Description;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places of the organization. */
@Controller
@Requires(Permission.MANAGE_ORGANIZATION)
class LocationsController {

  private static final String HERE = "redirect:/settings/locations";

  private final Locations locations;
  private final MessageSource messages;

  LocationsController(Locations locations, MessageSource messages) {
    this.locations = locations;
    this.messages = messages;
  }

  @GetMapping("/settings/locations")
  String locations(Model model) {
    return all("", new LocationForm("", "", ""), model);
  }

  @PostMapping("/settings/locations")
  String add(
      LocationForm form, SignedIn who, Locale locale, Model model, RedirectAttributes flash) {
    if (form.name().isBlank()) {
      return all("locations.name-missing", form, model);
    }
    try {
      locations.add(described(form), who);
    } catch (LocationNameTakenException e) {
      return all("locations.name-taken", form, model);
    }
    say("locations.added", form.name().strip(), locale, flash);
    return HERE;
  }

  @GetMapping("/settings/locations/{id}")
  String location(@PathVariable UUID id, Model model) {
    Location location = find(id);
    LocationForm form =
        new LocationForm(
            location.name(), location.city(), String.join("\n", location.otherNames()));
    return one(location, "", form, model);
  }

  @PostMapping("/settings/locations/{id}")
  String change(
      @PathVariable UUID id,
      LocationForm form,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes flash) {
    Location location = find(id);
    if (form.name().isBlank()) {
      return one(location, "locations.name-missing", form, model);
    }
    try {
      locations.change(id, described(form), who);
    } catch (LocationNameTakenException e) {
      return one(location, "locations.name-taken", form, model);
    }
    say("locations.changed", form.name().strip(), locale, flash);
    return HERE;
  }

  @PostMapping("/settings/locations/{id}/retire")
  String retire(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    Location location = find(id);
    locations.retire(id, who);
    say("locations.retired", location.name(), locale, flash);
    return HERE;
  }

  @PostMapping("/settings/locations/{id}/restore")
  String restore(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    Location location = find(id);
    try {
      locations.restore(id, who);
      say("locations.restored", location.name(), locale, flash);
    } catch (LocationNameTakenException e) {
      say("locations.name-taken", location.name(), locale, flash);
    }
    return HERE;
  }

  private void say(String key, String name, Locale locale, RedirectAttributes flash) {
    flash.addFlashAttribute("flash", messages.getMessage(key, new Object[] {name}, locale));
  }

  private String all(String problem, LocationForm form, Model model) {
    model.addAttribute("locations", locations.all());
    model.addAttribute("problem", problem);
    model.addAttribute("form", form);
    return "directory/locations";
  }

  private static String one(Location location, String problem, LocationForm form, Model model) {
    model.addAttribute("location", location);
    model.addAttribute("problem", problem);
    model.addAttribute("form", form);
    return "directory/location";
  }

  private Location find(UUID id) {
    return locations
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such location"));
  }

  private static Description described(LocationForm form) {
    return new Description(
        form.name(), form.city(), Arrays.asList(form.otherNames().split("[\\r\\n]+")));
  }

  /** Its page among the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem locationSettings() {
      return new SettingsItem(
          SettingsGroup.PLACES,
          20,
          "locations.title",
          "/settings/locations",
          "MANAGE_ORGANIZATION");
    }
  }
}
