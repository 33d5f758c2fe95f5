package org.bedside.inbox.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Label;
import org.bedside.inbox.Labels;
import org.bedside.inbox.Macros;
import org.bedside.inbox.Moderation;
import org.bedside.inbox.NameInUseException;
import org.bedside.inbox.Step;
import org.bedside.inbox.Teams;
import org.bedside.inbox.WatchedWords;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Teams, labels, macros and watched words. */
@Controller
@Requires(Permission.MANAGE_INBOX)
class InboxSettingsController {

  private static final String HERE = "/settings/inbox";

  private final Toolbox toolbox;
  private final Teams teams;
  private final Labels labels;
  private final Macros macros;
  private final WatchedWords words;
  private final Moderation moderation;
  private final MessageSource messages;

  InboxSettingsController(
      Toolbox toolbox,
      Teams teams,
      Labels labels,
      Macros macros,
      WatchedWords words,
      Moderation moderation,
      MessageSource messages) {
    this.toolbox = toolbox;
    this.teams = teams;
    this.labels = labels;
    this.macros = macros;
    this.words = words;
    this.moderation = moderation;
    this.messages = messages;
  }

  @GetMapping(HERE)
  String show(SignedIn who, Model model) {
    model.addAttribute("view", new InboxSettings(toolbox.of(who), words.all()));
    return "inbox/settings";
  }

  @PostMapping(HERE + "/teams")
  String team(
      @RequestParam(required = false) @Nullable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<UUID> member,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    Set<UUID> members = new HashSet<>(Objects.requireNonNullElse(member, List.of()));
    return named(
        name,
        () -> {
          if (id == null) {
            teams.add(name, members, who);
          } else {
            teams.change(id, name, members, who);
          }
        },
        "teams",
        locale,
        redirect);
  }

  @PostMapping(HERE + "/teams/{id}/removal")
  String removeTeam(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    teams.remove(id, who);
    return say("inbox-settings.removed", "teams", locale, flash);
  }

  @PostMapping(HERE + "/labels")
  String label(
      @RequestParam(required = false) @Nullable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "PLAIN") Label.Tint tint,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    return named(
        name,
        () -> {
          if (id == null) {
            labels.add(name, tint, who);
          } else {
            labels.change(id, name, tint, who);
          }
        },
        "labels",
        locale,
        redirect);
  }

  @PostMapping(HERE + "/labels/{id}/removal")
  String removeLabel(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    labels.remove(id, who);
    return say("inbox-settings.removed", "labels", locale, flash);
  }

  /** Its steps happen in the order of the fields. */
  @PostMapping(HERE + "/macros")
  String macro(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<String> step,
      @RequestParam(defaultValue = "") String why,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    List<Step> steps = new ArrayList<>();
    String reason = CaseActionsController.reason(why);
    for (String line : Objects.requireNonNullElse(step, List.<String>of())) {
      Step.read(line.startsWith("priority:") ? line + ":" + reason : line).ifPresent(steps::add);
    }
    if (steps.isEmpty()) {
      return say("inbox-settings.macro-empty", "macros", locale, redirect);
    }
    if (steps.stream().anyMatch(CaseActionsController::lacksItsReason)) {
      return say("inbox.priority-needs-reason", "macros", locale, redirect);
    }
    return named(name, () -> macros.add(name, steps, who), "macros", locale, redirect);
  }

  @PostMapping(HERE + "/macros/{id}/removal")
  String removeMacro(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    macros.remove(id, who);
    return say("inbox-settings.removed", "macros", locale, flash);
  }

  @PostMapping(HERE + "/words")
  String word(
      @RequestParam(defaultValue = "") String query,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    if (query.isBlank() || query.length() > 500) {
      return say("inbox-settings.word-missing", "words", locale, redirect);
    }
    try {
      words.add(query, who);
    } catch (WatchSyntaxException e) {
      return say("inbox-settings.word-unread", "words", locale, redirect, e.column() + 1);
    }
    moderation.weighAgain();
    return say("inbox-settings.kept", "words", locale, redirect);
  }

  @PostMapping(HERE + "/words/{id}/removal")
  String removeWord(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    words.remove(id, who);
    moderation.weighAgain();
    return say("inbox-settings.removed", "words", locale, flash);
  }

  private String named(
      String name, Runnable keep, String part, Locale locale, RedirectAttributes redirect) {
    if (name.isBlank()) {
      return say("inbox-settings.name-missing", part, locale, redirect);
    }
    try {
      keep.run();
    } catch (IllegalArgumentException e) {
      return say("inbox-settings.name-missing", part, locale, redirect);
    } catch (NameInUseException e) {
      return say("inbox-settings.name-taken", part, locale, redirect, name.strip());
    }
    return say("inbox-settings.kept", part, locale, redirect);
  }

  private String say(
      String key, String part, Locale locale, RedirectAttributes redirect, Object... values) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, values, locale));
    return "redirect:" + HERE + "#" + part;
  }

  /** Its page among the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem inboxSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING, 10, "inbox-settings.title", HERE, "MANAGE_INBOX");
    }
  }
}
