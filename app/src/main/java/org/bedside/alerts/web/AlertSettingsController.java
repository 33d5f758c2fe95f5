package org.bedside.alerts.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.alerts.Rota;
import org.bedside.alerts.Tuning;
import org.bedside.alerts.Tunings;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What alerts, from when on, and who is asked. */
@Controller
@Requires(Permission.MANAGE_ALERTS)
class AlertSettingsController {

  private static final String HERE = "redirect:/settings/alerts";
  private static final int MOST_ON_CALL = 20;
  private static final int EMPTY_PLACES = 3;

  private final Tunings tunings;
  private final Members members;
  private final MessageSource messages;

  AlertSettingsController(Tunings tunings, Members members, MessageSource messages) {
    this.tunings = tunings;
    this.members = members;
    this.messages = messages;
  }

  @GetMapping("/settings/alerts")
  String show(Model model) {
    return show(TuningForm.of(tunings.current()), "", model);
  }

  @PostMapping("/settings/alerts")
  String change(
      TuningForm form, SignedIn who, Locale locale, Model model, RedirectAttributes redirect) {
    Tuning tuning = form.tuning().orElse(null);
    if (tuning == null) {
      return show(form, "alerts.settings.unreadable", model);
    }
    tunings.change(tuning, who);
    say("alerts.settings.saved", locale, redirect);
    return HERE;
  }

  /** Whoever is named twice keeps the first place; whoever works here no longer is left out. */
  @PostMapping("/settings/alerts/rota")
  String rota(
      @RequestParam(required = false) @Nullable List<String> person,
      @RequestParam(required = false) @Nullable String turn,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    Set<String> here =
        members.current().stream()
            .map(member -> member.id().toString())
            .collect(Collectors.toSet());
    List<UUID> people =
        (person == null ? List.<String>of() : person)
            .stream()
                .filter(here::contains)
                .distinct()
                .limit(MOST_ON_CALL)
                .map(UUID::fromString)
                .toList();
    tunings.change(new Rota(people, turn(turn)), who);
    say("alerts.rota.saved", locale, redirect);
    return HERE;
  }

  private String show(TuningForm form, String problem, Model model) {
    Rota rota = tunings.rota();
    List<Member> all = members.current();
    model.addAttribute(
        "settings",
        new AlertSettings(
            form,
            problem,
            rota,
            all,
            Math.min(MOST_ON_CALL, Math.min(all.size(), rota.people().size() + EMPTY_PLACES))));
    return "alerts/settings";
  }

  private void say(String key, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, null, locale));
  }

  private static Rota.Turn turn(@Nullable String written) {
    for (Rota.Turn turn : Rota.Turn.values()) {
      if (turn.name().equals(written)) {
        return turn;
      }
    }
    return Rota.Turn.NEVER;
  }

  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem alertSettings() {
      return new SettingsItem(
          SettingsGroup.LISTENING, 35, "alerts.title", "/settings/alerts", "MANAGE_ALERTS");
    }
  }
}
