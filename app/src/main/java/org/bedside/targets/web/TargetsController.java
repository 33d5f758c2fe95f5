package org.bedside.targets.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.targets.Hours;
import org.bedside.targets.Rule;
import org.bedside.targets.TargetPlan;
import org.bedside.targets.Targets;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By when somebody is to be answered, and when somebody is there to answer. */
@Controller
@Requires(Permission.MANAGE_TARGETS)
class TargetsController {

  private static final String HERE = "redirect:/settings/targets";

  private final Targets targets;
  private final MessageSource messages;
  private final Clock clock;

  TargetsController(Targets targets, MessageSource messages, Clock clock) {
    this.targets = targets;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/settings/targets")
  String show(Model model) {
    TargetPlan plan = targets.current();
    return show(RulesForm.rows(plan.rules()), HoursForm.of(plan.hours()), "", 0, plan, model);
  }

  @PostMapping("/settings/targets")
  String rules(
      RulesForm form, SignedIn who, Locale locale, Model model, RedirectAttributes redirect) {
    List<Rule> rules = form.rules().orElse(null);
    if (rules == null) {
      TargetPlan plan = targets.current();
      return show(
          form.rows(), HoursForm.of(plan.hours()), "targets.rules-unreadable", 0, plan, model);
    }
    targets.change(rules, who);
    return done("targets.rules-saved", locale, redirect);
  }

  @PostMapping("/settings/targets/hours")
  String hours(
      HoursForm form, SignedIn who, Locale locale, Model model, RedirectAttributes redirect) {
    int line = form.lines().unreadable();
    Hours hours = form.hours().orElse(null);
    if (hours == null || line > 0) {
      TargetPlan plan = targets.current();
      String problem = line > 0 ? "targets.holiday-unreadable" : "targets.hours-unreadable";
      return show(RulesForm.rows(plan.rules()), form, problem, line, plan, model);
    }
    targets.change(hours, who);
    return done("targets.hours-saved", locale, redirect);
  }

  private String show(
      List<RulesForm.Row> rules,
      HoursForm hours,
      String problem,
      int line,
      TargetPlan plan,
      Model model) {
    model.addAttribute(
        "targets", new TargetsView(rules, hours, problem, line, plan, clock.instant()));
    return "targets/targets";
  }

  private String done(String key, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, null, locale));
    return HERE;
  }

  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem targetSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING, 20, "targets.title", "/settings/targets", "MANAGE_TARGETS");
    }
  }
}
