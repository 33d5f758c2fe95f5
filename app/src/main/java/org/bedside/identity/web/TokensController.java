package org.bedside.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.ApiTokens;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of programs. */
@Controller
@Requires(Permission.MANAGE_TOKENS)
class TokensController {

  private static final int LONGEST_NAME = 200;

  private final ApiTokens tokens;
  private final MessageSource messages;

  TokensController(ApiTokens tokens, MessageSource messages) {
    this.tokens = tokens;
    this.messages = messages;
  }

  @GetMapping("/settings/tokens")
  String tokens(SignedIn who, Model model) {
    return show(who, "", "", Set.of(), model);
  }

  @PostMapping("/settings/tokens")
  String make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable Set<Permission> permissions,
      SignedIn who,
      Model model,
      RedirectAttributes flash) {
    String called = name.strip();
    Set<Permission> wanted = permissions == null ? Set.of() : permissions;
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      return show(who, "tokens.name-missing", called, wanted, model);
    }
    if (wanted.isEmpty() || !who.permissions().containsAll(wanted)) {
      return show(who, "tokens.permission-missing", called, wanted, model);
    }
    flash.addFlashAttribute("token", tokens.make(called, wanted, who));
    return "redirect:/settings/tokens";
  }

  @PostMapping("/settings/tokens/{id}/revoke")
  String revoke(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes flash) {
    tokens.revoke(id, who);
    flash.addFlashAttribute("flash", messages.getMessage("tokens.revoked", null, locale));
    return "redirect:/settings/tokens";
  }

  private String show(
      SignedIn who, String problem, String name, Set<Permission> chosen, Model model) {
    List<Permission> givable =
        Arrays.stream(Permission.values())
            .filter(permission -> permission != Permission.USE_ACCOUNT && who.may(permission))
            .toList();
    model.addAttribute("tokens", tokens.current());
    model.addAttribute("givable", givable);
    model.addAttribute("problem", problem);
    model.addAttribute("name", name);
    model.addAttribute("chosen", chosen);
    return "identity/tokens";
  }
}
