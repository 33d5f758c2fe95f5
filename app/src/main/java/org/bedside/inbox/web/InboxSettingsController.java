package org.bedside.inbox.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.bedside.ui.Told;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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

  InboxSettingsController(
      Toolbox toolbox,
      Teams teams,
      Labels labels,
      Macros macros,
      WatchedWords words,
      Moderation moderation) {
    this.toolbox = toolbox;
    this.teams = teams;
    this.labels = labels;
    this.macros = macros;
    this.words = words;
    this.moderation = moderation;
  }

  @GetMapping(HERE)
  String show(SignedIn who, Model model) {
    model.addAttribute("view", new InboxSettings(toolbox.of(who), words.all()));
    return "inbox/settings";
  }

  @PostMapping(HERE + "/teams")
  Told team(
      @RequestParam(required = false) @Nullable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<UUID> member,
      SignedIn who) {
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
        "teams");
  }

  @PostMapping(HERE + "/teams/{id}/removal")
  Told removeTeam(@PathVariable UUID id, SignedIn who) {
    teams.remove(id, who);
    return say("inbox-settings.removed", "teams");
  }

  @PostMapping(HERE + "/labels")
  Told label(
      @RequestParam(required = false) @Nullable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "PLAIN") Label.Tint tint,
      SignedIn who) {
    return named(
        name,
        () -> {
          if (id == null) {
            labels.add(name, tint, who);
          } else {
            labels.change(id, name, tint, who);
          }
        },
        "labels");
  }

  @PostMapping(HERE + "/labels/{id}/removal")
  Told removeLabel(@PathVariable UUID id, SignedIn who) {
    labels.remove(id, who);
    return say("inbox-settings.removed", "labels");
  }

  /** Its steps happen in the order of the fields. */
  @PostMapping(HERE + "/macros")
  Told macro(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<String> step,
      @RequestParam(defaultValue = "") String why,
      SignedIn who) {
    List<Step> steps = new ArrayList<>();
    String reason = CaseActionsController.reason(why);
    for (String line : Objects.requireNonNullElse(step, List.<String>of())) {
      Step.read(line.startsWith("priority:") ? line + ":" + reason : line).ifPresent(steps::add);
    }
    if (steps.isEmpty()) {
      return say("inbox-settings.macro-empty", "macros");
    }
    if (steps.stream().anyMatch(CaseActionsController::lacksItsReason)) {
      return say("inbox.priority-needs-reason", "macros");
    }
    return named(name, () -> macros.add(name, steps, who), "macros");
  }

  @PostMapping(HERE + "/macros/{id}/removal")
  Told removeMacro(@PathVariable UUID id, SignedIn who) {
    macros.remove(id, who);
    return say("inbox-settings.removed", "macros");
  }

  @PostMapping(HERE + "/words")
  Told word(@RequestParam(defaultValue = "") String query, SignedIn who) {
    if (query.isBlank() || query.length() > 500) {
      return say("inbox-settings.word-missing", "words");
    }
    try {
      words.add(query, who);
    } catch (WatchSyntaxException e) {
      return say("inbox-settings.word-unread", "words", e.column() + 1);
    }
    moderation.weighAgain();
    return say("inbox-settings.kept", "words");
  }

  @PostMapping(HERE + "/words/{id}/removal")
  Told removeWord(@PathVariable UUID id, SignedIn who) {
    words.remove(id, who);
    moderation.weighAgain();
    return say("inbox-settings.removed", "words");
  }

  private static Told named(String name, Runnable keep, String part) {
    if (name.isBlank()) {
      return say("inbox-settings.name-missing", part);
    }
    try {
      keep.run();
    } catch (IllegalArgumentException e) {
      return say("inbox-settings.name-missing", part);
    } catch (NameInUseException e) {
      return say("inbox-settings.name-taken", part, name.strip());
    }
    return say("inbox-settings.kept", part);
  }

  private static Told say(String key, String part, Object... values) {
    return Told.on(HERE + "#" + part, key, values);
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
