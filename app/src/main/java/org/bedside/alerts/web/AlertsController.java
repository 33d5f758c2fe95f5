package org.bedside.alerts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import org.bedside.alerts.AlertState;
import org.bedside.alerts.Alerts;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.NavCount;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What must not wait: the list, and one alert beside it. */
@Controller
@Requires(Permission.READ_MENTIONS)
class AlertsController {

  private final Alerts alerts;
  private final AlertLines lines;
  private final AlertViews views;
  private final MessageSource messages;

  AlertsController(Alerts alerts, AlertLines lines, AlertViews views, MessageSource messages) {
    this.alerts = alerts;
    this.lines = lines;
    this.views = views;
    this.messages = messages;
  }

  @GetMapping("/alerts")
  String list(
      @RequestParam(required = false) @Nullable String state,
      @ModelAttribute("page") Page page,
      Model model) {
    model.addAttribute("list", lines.list(state(state), 0, page));
    return "alerts/alerts";
  }

  /**
   * An open page asks again, with the state that it shows; where that still holds nothing comes.
   */
  @GetMapping("/alerts/{id}")
  String one(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "") String shown,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
      @ModelAttribute("page") Page page,
      Model model,
      HttpServletResponse answer) {
    AlertView view =
        views.find(id, page).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", view);
    if ("detail".equals(target)) {
      model.addAttribute("again", !shown.isEmpty());
      if (shown.equals(view.alert().state().name())) {
        answer.setStatus(HttpStatus.NO_CONTENT.value());
      }
      return "alerts/detail";
    }
    model.addAttribute(
        "list", lines.list(state == null ? view.alert().state() : state(state), id, page));
    return "alerts/alerts";
  }

  /** The line above the list that says how many are new since it was drawn. */
  @GetMapping("/alerts/new")
  String fresh(@RequestParam Instant since, Model model) {
    model.addAttribute("count", alerts.since(since));
    return "alerts/fresh";
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping("/alerts/{id}/acknowledgement")
  String acknowledge(
      @PathVariable long id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    boolean first = alerts.acknowledge(id, who);
    return done(id, first ? "alerts.acknowledged" : "alerts.was-acknowledged", locale, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping("/alerts/{id}/closing")
  String close(@PathVariable long id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    boolean first = alerts.close(id, who);
    return done(id, first ? "alerts.closed" : "alerts.was-closed", locale, redirect);
  }

  private String done(long id, String key, Locale locale, RedirectAttributes redirect) {
    if (alerts.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    redirect.addFlashAttribute("flash", messages.getMessage(key, null, locale));
    return "redirect:/alerts/" + id;
  }

  private static AlertState state(@Nullable String written) {
    for (AlertState state : AlertState.values()) {
      if (state.name().equalsIgnoreCase(written == null ? "" : written.strip())) {
        return state;
      }
    }
    return AlertState.OPEN;
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem alertsPlace() {
      return new NavItem(15, "alerts.nav", "/alerts", "bell", Permission.READ_MENTIONS.name());
    }

    @Bean
    NavCount alertsCount(Alerts alerts) {
      return new NavCount() {
        @Override
        public String path() {
          return "/alerts";
        }

        @Override
        public long count() {
          return alerts.open();
        }
      };
    }
  }
}
