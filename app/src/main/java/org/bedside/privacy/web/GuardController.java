package org.bedside.privacy.web;

import java.util.List;
import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.GuardPolicies.Change;
import org.bedside.privacy.GuardPolicy;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.bedside.understanding.Post;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much stricter than built in the guard on replies is, and a place to try it. */
@Controller
@Requires(Permission.MANAGE_GUARD)
class GuardController {

  private static final int LONGEST_TRIED = 20_000;

  private final GuardPolicies policies;
  private final ReplyPolicy replies;
  private final MessageSource messages;

  GuardController(GuardPolicies policies, ReplyPolicy replies, MessageSource messages) {
    this.policies = policies;
    this.replies = replies;
    this.messages = messages;
  }

  @GetMapping("/settings/guard")
  String show(Model model) {
    return show(GuardForm.of(policies.current().policy()), "", List.of(), GuardTrial.NONE, model);
  }

  @PostMapping("/settings/guard")
  String change(
      GuardForm form, SignedIn who, Locale locale, Model model, RedirectAttributes redirect) {
    GuardPolicy policy = form.policy(replies.rules()).orElse(null);
    if (policy == null) {
      return show(form, "privacy.guard.unreadable", List.of(), GuardTrial.NONE, model);
    }
    return switch (policies.change(policy, form.reason(), who)) {
      case Change.Made made -> {
        redirect.addFlashAttribute(
            "flash", messages.getMessage("privacy.guard.saved", null, locale));
        yield "redirect:/settings/guard";
      }
      case Change.NeedsReason needs ->
          show(form, "privacy.guard.needs-reason", needs.parts(), GuardTrial.NONE, model);
    };
  }

  /** What the guard says of a reply, with all that the organization asks for; stores nothing. */
  @PostMapping("/settings/guard/try")
  String tryOut(@RequestParam String review, @RequestParam String reply, Model model) {
    String text = cut(reply);
    String original = cut(review);
    var trial = new GuardTrial(original, text, replies.review(text, Post.of("trial", original)));
    return show(GuardForm.of(policies.current().policy()), "", List.of(), trial, model);
  }

  private String show(
      GuardForm form,
      String problem,
      List<GuardPolicy.Part> takenBack,
      GuardTrial trial,
      Model model) {
    List<String> rules = List.copyOf(replies.rules());
    model.addAttribute(
        "settings", new GuardSettings(form, policies.current(), rules, problem, takenBack, trial));
    return "privacy/guard";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TRIED ? text : text.substring(0, LONGEST_TRIED);
  }

  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem guardSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING, 40, "privacy.guard.title", "/settings/guard", "MANAGE_GUARD");
    }
  }
}
