package org.bedside.listening.oauth;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
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

/** Sends a person to a network to grant access for a source, and takes what they bring back. */
@Controller
class GrantController {

  private static final String PENDING = "listening.grant";

  private final Granting granting;
  private final Heartbeat heartbeat;

  GrantController(Granting granting, Heartbeat heartbeat) {
    this.granting = granting;
    this.heartbeat = heartbeat;
  }

  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/grants/{type}/start")
  String start(
      @PathVariable String type,
      @RequestParam UUID source,
      SignedIn who,
      HttpSession session,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    URI here =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/sources/granted")
            .build()
            .toUri();
    Granting.Start start =
        granting
            .start(type, source, here, who)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return switch (start) {
      case Granting.Away(Pending pending, URI to) -> {
        session.setAttribute(PENDING, pending);
        yield "redirect:" + to;
      }
      case Granting.NoClient _ -> {
        redirect.addFlashAttribute("flash", page.text("oauth.no-client"));
        yield "redirect:/sources/" + source;
      }
    };
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
    Pending pending = session.getAttribute(PENDING) instanceof Pending kept ? kept : null;
    if (pending == null || !granting.answers(pending, state, who)) {
      redirect.addFlashAttribute("flash", page.text("oauth.not-ours"));
      return "redirect:/sources";
    }
    // Before anything else: it is good for one return.
    session.removeAttribute(PENDING);
    Granting.End end = granting.end(pending, code, error, who);
    if (end.granted()) {
      heartbeat.wake();
    }
    redirect.addFlashAttribute("flash", page.text(end.code(), end.detail()));
    return end.source() == null ? "redirect:/sources" : "redirect:/sources/" + end.source();
  }
}
