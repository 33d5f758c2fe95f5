package org.bedside.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.identity.store.Credentials;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, and which organization one works for right now. */
@Controller
class AccountController {

  private static final List<String> LANGUAGES = List.of("en", "es");

  private final Credentials credentials;
  private final PasswordSignIn signIn;
  private final PasswordEncoder passwords;
  private final Sessions sessions;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final MessageSource messages;
  private final Clock clock;

  AccountController(
      Credentials credentials,
      PasswordSignIn signIn,
      PasswordEncoder passwords,
      Sessions sessions,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      MessageSource messages,
      Clock clock) {
    this.credentials = credentials;
    this.signIn = signIn;
    this.passwords = passwords;
    this.sessions = sessions;
    this.transactions = transactions;
    this.events = events;
    this.messages = messages;
    this.clock = clock;
  }

  @Requires(Permission.USE_ACCOUNT)
  @GetMapping("/account")
  String account(SignedIn who, Model model) {
    return show(who, "", model);
  }

  @Requires(Permission.USE_ACCOUNT)
  @PostMapping("/account/password")
  String changePassword(
      @RequestParam String current,
      @RequestParam String password,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes flash,
      HttpServletRequest request,
      HttpServletResponse response) {
    Credentials.Account account = accountOf(who);
    if (password.length() < 10) {
      return show(who, "setup.password-short", model);
    }
    try {
      signIn.proven(account.email(), current);
    } catch (LockedException e) {
      return show(who, "sign-in.wait", model);
    } catch (AuthenticationException e) {
      return show(who, "account.password-wrong", model);
    }
    String hash = passwords.encode(password);
    credentials.changePassword(
        account.person(), hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
    transactions.executeWithoutResult(
        status ->
            events.publishEvent(
                new Auditable(
                    who.actor(), who.name(), "identity.password-changed", who.actor(), Map.of())));
    sessions.renew(account.person(), who.id(), request, response);
    flash.addFlashAttribute("flash", messages.getMessage("account.password-done", null, locale));
    return "redirect:/account";
  }

  @Requires(Permission.USE_ACCOUNT)
  @PostMapping("/account/language")
  String speak(@RequestParam(defaultValue = "") String language, SignedIn who) {
    boolean known = LANGUAGES.contains(language);
    credentials.changeLanguage(accountOf(who).person(), known ? language : null);
    return known ? "redirect:/account" : "redirect:/account?look-language="; // the device's too
  }

  @Requires(Permission.USE_ACCOUNT)
  @PostMapping("/account/organization")
  String switchTo(
      @RequestParam UUID membership,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean own =
        credentials.siblings(who.id()).stream().anyMatch(other -> other.id().equals(membership));
    if (own) {
      sessions.renew(accountOf(who).person(), membership, request, response);
    }
    return "redirect:/";
  }

  private String show(SignedIn who, String problem, Model model) {
    model.addAttribute("account", accountOf(who));
    model.addAttribute("problem", problem);
    return "identity/account";
  }

  private Credentials.Account accountOf(SignedIn who) {
    return credentials
        .accountOf(who.id())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
