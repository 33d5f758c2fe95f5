package org.bedside.listening.oauth;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.poll.Heartbeat;
import org.bedside.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Sends a person to a network to grant access for a source, and takes what they bring back. The
 * source is there before, with the client's id and secret in its credential.
 */
@Controller
class GrantController {

  private static final String PENDING = "listening.grant";

  private final Map<String, Connector> connectors;
  private final Listening listening;
  private final Tokens tokens;
  private final Heartbeat heartbeat;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  GrantController(
      List<Connector> connectors,
      Listening listening,
      Tokens tokens,
      Heartbeat heartbeat,
      Clock clock) {
    this.connectors =
        connectors.stream().collect(Collectors.toMap(Connector::type, Function.identity()));
    this.listening = listening;
    this.tokens = tokens;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /** A source that can be granted access. */
  private record Grantable(Grant grant, Credential client) {}

  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/grants/{type}/start")
  String start(
      @PathVariable String type,
      @RequestParam UUID source,
      SignedIn who,
      HttpSession session,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Grantable grantable =
        grantable(source, type)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!grantable.client().has(Grant.CLIENT_ID)) {
      return back(source, page.text("oauth.no-client"), redirect);
    }
    URI here =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/sources/granted")
            .build()
            .toUri();
    Pending pending =
        Pending.begin(source, who.organization(), who.id(), here, random, clock.instant());
    session.setAttribute(PENDING, pending);
    return "redirect:"
        + pending.at(grantable.grant(), grantable.client().get(Grant.CLIENT_ID));
  }

  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/granted")
  String granted(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String error,
      SignedIn who,
      HttpSession session,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Object kept = session.getAttribute(PENDING);
    boolean ours =
        kept instanceof Pending pending
            && pending.answers(state, who.organization(), who.id(), clock.instant());
    if (!ours || !(kept instanceof Pending pending)) {
      redirect.addFlashAttribute("flash", page.text("oauth.not-ours"));
      return "redirect:/sources";
    }
    session.removeAttribute(PENDING);
    if (!error.isEmpty() || code.isEmpty()) {
      boolean denied = error.equals("access_denied");
      String words = page.text(denied ? "oauth.denied" : "oauth.no-code");
      return back(pending.source(), words, redirect);
    }
    Grantable grantable =
        grantable(pending.source(), "")
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return switch (tokens.exchange(
        grantable.grant(), grantable.client(), code, pending.verifier(), pending.redirect())) {
      case Fresh.Renewed(Credential credential) ->
          granted(pending.source(), credential, who, page, redirect);
      case Fresh.Usable(Credential credential) ->
          granted(pending.source(), credential, who, page, redirect);
      case Fresh.Worthless(Heard.Trouble trouble) ->
          back(pending.source(), page.text(trouble.code(), trouble.detail()), redirect);
    };
  }

  private String granted(
      UUID source, Credential credential, SignedIn who, Page page, RedirectAttributes redirect) {
    listening.changeCredential(source, credential, who);
    heartbeat.wake();
    return back(source, page.text("oauth.granted"), redirect);
  }

  private static String back(UUID source, String words, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", words);
    return "redirect:/sources/" + source;
  }

  /**
   * @param type that the source must have; empty where it is known to be right
   */
  private Optional<Grantable> grantable(UUID source, String type) {
    SourceHealth health = listening.health().get(source);
    String has = health == null ? null : health.connector();
    if (has == null || (!type.isEmpty() && !type.equals(has))) {
      return Optional.empty();
    }
    Credential client = listening.credential(source).orElseGet(() -> Credential.of(Map.of()));
    return Optional.ofNullable(connectors.get(has))
        .flatMap(Connector::grant)
        .map(grant -> new Grantable(grant, client));
  }
}
