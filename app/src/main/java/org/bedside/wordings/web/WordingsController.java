package org.bedside.wordings.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.bedside.understanding.Understanding;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Language;
import org.bedside.wordings.Values;
import org.bedside.wordings.Wording;
import org.bedside.wordings.WordingCheck;
import org.bedside.wordings.WordingText;
import org.bedside.wordings.Wordings;
import org.jspecify.annotations.Nullable;
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

/** The wordings that replies are made of: writing, approving and retiring them. */
@Controller
@Requires(Permission.MANAGE_WORDINGS)
class WordingsController {

  private static final String HERE = "redirect:/settings/wordings";

  private final Wordings wordings;
  private final WordingCheck check;
  private final Contacts contacts;
  private final List<String> themes;
  private final MessageSource messages;

  WordingsController(
      Wordings wordings,
      WordingCheck check,
      Contacts contacts,
      Understanding understanding,
      MessageSource messages) {
    this.wordings = wordings;
    this.check = check;
    this.contacts = contacts;
    this.themes =
        understanding.themes().stream().filter(one -> !one.equals("Not assigned")).toList();
    this.messages = messages;
  }

  @GetMapping("/settings/wordings")
  String all(Model model) {
    model.addAttribute("wordings", wordings.all());
    model.addAttribute("offered", wordings.offered());
    return "wordings/wordings";
  }

  @GetMapping("/settings/wordings/new")
  String fresh(Model model) {
    return one(null, WordingForm.EMPTY, "", model);
  }

  @PostMapping("/settings/wordings")
  String add(
      WordingForm form, SignedIn who, Locale locale, Model model, RedirectAttributes redirect) {
    WordingText text = form.wording();
    String problem = problem(text, locale);
    if (!problem.isEmpty()) {
      return one(null, form, problem, model);
    }
    UUID id = wordings.add(text, who);
    say("wordings.added", locale, redirect, text.name());
    return HERE + "/" + id;
  }

  @GetMapping("/settings/wordings/{id}")
  String one(@PathVariable UUID id, Model model) {
    Wording wording = find(id);
    return one(wording, WordingForm.of(wording.text(), themes), "", model);
  }

  @PostMapping("/settings/wordings/{id}")
  String change(
      @PathVariable UUID id,
      WordingForm form,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes redirect) {
    Wording wording = find(id);
    WordingText text = form.wording();
    String problem = problem(text, locale);
    if (!problem.isEmpty()) {
      return one(wording, form, problem, model);
    }
    wordings.change(id, text, who);
    say("wordings.changed", locale, redirect, text.name());
    return HERE + "/" + id;
  }

  @PostMapping("/settings/wordings/{id}/approve")
  @Requires(Permission.APPROVE_WORDINGS)
  String approve(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    Wording wording = find(id);
    String key =
        switch (wordings.approve(id, who)) {
          case APPROVED -> "wordings.approved";
          case BLOCKED -> "wordings.blocked";
          case NONE -> "wordings.approved-not";
        };
    say(key, locale, redirect, wording.text().name());
    return HERE + "/" + id;
  }

  @PostMapping("/settings/wordings/approvals")
  @Requires(Permission.APPROVE_WORDINGS)
  String approveAll(SignedIn who, Locale locale, RedirectAttributes redirect) {
    say("wordings.approved-all", locale, redirect, wordings.approveAll(who));
    return HERE;
  }

  @PostMapping("/settings/wordings/{id}/retire")
  String retire(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    Wording wording = find(id);
    wordings.retire(id, who);
    say("wordings.retired", locale, redirect, wording.text().name());
    return HERE;
  }

  @PostMapping("/settings/wordings/{id}/restore")
  String restore(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    Wording wording = find(id);
    wordings.restore(id, who);
    say("wordings.restored", locale, redirect, wording.text().name());
    return HERE;
  }

  @PostMapping("/settings/wordings/starters")
  String takeOver(SignedIn who, Locale locale, RedirectAttributes redirect) {
    int taken = wordings.takeOver(Language.of(locale.toLanguageTag()), who);
    say("wordings.taken-over", locale, redirect, taken);
    return HERE;
  }

  private String one(@Nullable Wording wording, WordingForm form, String problem, Model model) {
    Values values = contacts.values(null);
    WordingText text = form.wording();
    model.addAttribute(
        "view",
        new WordingView(
            wording,
            form,
            text.words().isBlank() ? null : check.check(text, values),
            problem,
            themes,
            values));
    return "wordings/wording";
  }

  private String problem(WordingText text, Locale locale) {
    String key = text.problem();
    if (key != null) {
      return messages.getMessage(key, null, locale);
    }
    return text.unknown().isEmpty()
        ? ""
        : messages.getMessage(
            "wordings.unknown-variable", new Object[] {String.join(", ", text.unknown())}, locale);
  }

  private Wording find(UUID id) {
    return wordings
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such wording"));
  }

  private void say(String key, Locale locale, RedirectAttributes redirect, Object... values) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, values, locale));
  }

  /** Its page among the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem wordingSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING, 30, "wordings.title", "/settings/wordings", "MANAGE_WORDINGS");
    }
  }
}
