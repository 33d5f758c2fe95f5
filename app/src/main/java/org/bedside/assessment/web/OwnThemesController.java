package org.bedside.assessment.web;

import java.util.Locale;
import java.util.UUID;
import org.bedside.assessment.OwnThemeTakenException;
import org.bedside.assessment.OwnThemes;
import org.bedside.assessment.OwnThemes.Described;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mentions;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.bedside.understanding.Teaching;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Themes that the organization teaches; whoever may correct the software may teach it. */
@Controller
@Requires(Permission.CORRECT_JUDGEMENTS)
class OwnThemesController {

  private static final String HERE = "redirect:/settings/themes";
  private static final int LOOKED_AT_AGAIN = 500;

  private final OwnThemes themes;
  private final ThemePreviews previews;
  private final Mentions mentions;
  private final TransactionTemplate transactions;
  private final MessageSource messages;

  OwnThemesController(
      OwnThemes themes,
      ThemePreviews previews,
      Mentions mentions,
      TransactionTemplate transactions,
      MessageSource messages) {
    this.themes = themes;
    this.previews = previews;
    this.mentions = mentions;
    this.transactions = transactions;
    this.messages = messages;
  }

  @GetMapping("/settings/themes")
  String all(Model model) {
    return all(ThemeForm.EMPTY, "", null, model);
  }

  @PostMapping("/settings/themes")
  String add(ThemeForm form, SignedIn who, Locale locale, Model model, RedirectAttributes flash) {
    String problem = problem(form, null);
    if (problem.isEmpty() && themes.names().size() >= Teaching.MOST_THEMES) {
      problem = "themes.most";
    }
    if (!problem.isEmpty()) {
      return all(form, problem, null, model);
    }
    try {
      themes.add(form.theme(), who);
    } catch (OwnThemeTakenException e) {
      return all(form, "themes.taken", null, model);
    }
    say(
        form.isFew() ? "themes.added-few" : "themes.added",
        locale,
        flash,
        form.name(),
        form.count());
    return HERE;
  }

  @PostMapping("/settings/themes/preview")
  String tryOut(@RequestParam(required = false) @Nullable UUID theme, ThemeForm form, Model model) {
    Described described = theme == null ? null : find(theme);
    String problem = form.problem();
    ThemePreview preview =
        problem.isEmpty()
            ? previews.of(form.theme(), described == null ? "" : described.name())
            : null;
    return described == null
        ? all(form, problem, preview, model)
        : one(described, form, problem, preview, model);
  }

  @PostMapping("/settings/themes/again")
  String again(Locale locale, RedirectAttributes flash) {
    Integer waiting = transactions.execute(status -> mentions.assessLatestAgain(LOOKED_AT_AGAIN));
    say("themes.again-done", locale, flash, waiting == null ? 0 : waiting);
    return HERE;
  }

  @GetMapping("/settings/themes/{id}")
  String one(@PathVariable UUID id, Model model) {
    Described theme = find(id);
    return one(
        theme, new ThemeForm(theme.name(), String.join("\n", theme.examples())), "", null, model);
  }

  @PostMapping("/settings/themes/{id}")
  String change(
      @PathVariable UUID id,
      ThemeForm form,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes flash) {
    Described theme = find(id);
    String problem = problem(form, id);
    if (!problem.isEmpty()) {
      return one(theme, form, problem, null, model);
    }
    try {
      themes.change(id, form.theme(), who);
    } catch (OwnThemeTakenException e) {
      return one(theme, form, "themes.taken", null, model);
    }
    say("themes.changed", locale, flash, form.name());
    return HERE;
  }

  @GetMapping("/settings/themes/{id}/remove")
  String askToRemove(@PathVariable UUID id, Model model) {
    model.addAttribute("theme", find(id));
    return "assessment/theme-remove";
  }

  @PostMapping("/settings/themes/{id}/remove")
  String remove(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    Described theme = find(id);
    themes.remove(id, who);
    say("themes.removed", locale, flash, theme.name());
    return HERE;
  }

  private String problem(ThemeForm form, @Nullable UUID id) {
    if (form.name().isEmpty()) {
      return "themes.name-missing";
    }
    return themes.isFree(form.name(), id) ? form.problem() : "themes.taken";
  }

  private void say(String key, Locale locale, RedirectAttributes flash, Object... values) {
    flash.addFlashAttribute("flash", messages.getMessage(key, values, locale));
  }

  private String all(ThemeForm form, String problem, @Nullable ThemePreview preview, Model model) {
    model.addAttribute("themes", themes.all());
    return with(form, problem, preview, "assessment/themes", model);
  }

  private static String one(
      Described theme,
      ThemeForm form,
      String problem,
      @Nullable ThemePreview preview,
      Model model) {
    model.addAttribute("theme", theme);
    return with(form, problem, preview, "assessment/theme", model);
  }

  private static String with(
      ThemeForm form, String problem, @Nullable ThemePreview preview, String view, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("preview", preview);
    return view;
  }

  private Described find(UUID id) {
    return themes
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such theme"));
  }

  /** Its page among the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem ownThemeSettings() {
      return new SettingsItem(
          SettingsGroup.LISTENING, 30, "themes.title", "/settings/themes", "CORRECT_JUDGEMENTS");
    }
  }
}
