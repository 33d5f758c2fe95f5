package org.bedside.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.bedside.handover.Door;
import org.bedside.handover.HandoverState;
import org.bedside.handover.House;
import org.bedside.handover.Visits;
import org.bedside.identity.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that somebody who was invited sees. Looking at it changes nothing, so that programs
 * which look at links before people do don't use them up.
 */
@Controller
class PublicController {

  static final String BROWSER = "bedside_private";

  private static final String WHY =
      "whoever is invited has no account; the link's secret and the browser's are what is asked"
          + " for";
  private static final Duration REMEMBERED = Duration.ofDays(180);

  private final Visits visits;
  private final ConsentText consents;
  private final Throttle throttle;

  PublicController(Visits visits, ConsentText consents, Throttle throttle) {
    this.visits = visits;
    this.consents = consents;
    this.throttle = throttle;
  }

  @Open(WHY)
  @GetMapping("/p/{token}")
  String show(
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Door door = visits.at(token, browser);
    response.setStatus(status(door, request).value());
    return page(door, token, locale, MessageForm.EMPTY, "", response, model);
  }

  private HttpStatus status(Door door, HttpServletRequest request) {
    return switch (door) {
      case Door.Nowhere nowhere ->
          throttle.letsGuess(request.getRemoteAddr())
              ? HttpStatus.NOT_FOUND
              : HttpStatus.TOO_MANY_REQUESTS;
      case Door.Shut shut -> HttpStatus.GONE;
      case Door.Ready ready -> HttpStatus.OK;
      case Door.Inside inside -> HttpStatus.OK;
    };
  }

  @Open(WHY)
  @PostMapping("/p/{token}/opening")
  String open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    if (throttle.letsDo(token, request.getRemoteAddr())) {
      visits
          .open(token)
          .ifPresent(secret -> remember(token, secret, REMEMBERED, request, response));
    }
    return back(token);
  }

  /** Only below this link's own address, and out of reach for scripts and other sites. */
  private static void remember(
      String token,
      String secret,
      Duration how,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(BROWSER, secret)
            .path("/p/" + token)
            .maxAge(how)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  @Open(WHY)
  @PostMapping("/p/{token}/consent")
  String consent(
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "false") boolean agree,
      @RequestParam(defaultValue = "false") boolean understood,
      @RequestParam(defaultValue = "") String wording,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Door door = visits.at(token, browser);
    if (!(door instanceof Door.Inside inside) || !throttle.letsDo(token, request.getRemoteAddr())) {
      return back(token);
    }
    ConsentView view = consents.view(inside.house(), locale);
    String problem =
        !view.consent().hash().equals(wording)
            ? "handover.problem.wording"
            : agree && understood ? "" : "handover.problem.agree";
    if (!problem.isEmpty() && inside.talk().state() == HandoverState.OPENED) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(door, token, locale, MessageForm.EMPTY, problem, response, model);
    }
    if (problem.isEmpty()) {
      visits.consent(token, browser, view.consent());
    }
    return back(token);
  }

  @Open(WHY)
  @PostMapping("/p/{token}/messages")
  String write(
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      MessageForm form,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String problem = form.problem();
    if (!throttle.letsDo(token, request.getRemoteAddr())) {
      problem = "handover.problem.slow";
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    } else if (problem.isEmpty()) {
      switch (visits.write(token, browser, form.message(), form.reach())) {
        case KEPT -> {
          return back(token) + "#latest";
        }
        case FULL -> problem = "handover.problem.full";
        case CLOSED -> {
          return back(token);
        }
      }
    }
    Door door = visits.at(token, browser);
    if (!(door instanceof Door.Inside)) {
      return back(token);
    }
    if (response.getStatus() == HttpStatus.OK.value()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    return page(door, token, locale, form, problem, response, model);
  }

  @Open(WHY)
  @PostMapping("/p/{token}/end")
  String end(
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser) {
    visits.end(token, browser);
    return back(token);
  }

  @Open(WHY)
  @PostMapping("/p/{token}/erasure")
  String erase(
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (visits.revoke(token, browser) && !(visits.at(token, browser) instanceof Door.Inside)) {
      remember(token, "", Duration.ZERO, request, response);
    }
    return back(token);
  }

  private static String back(String token) {
    return "redirect:/p/" + token;
  }

  private String page(
      Door door,
      String token,
      Locale locale,
      MessageForm typed,
      String problem,
      HttpServletResponse response,
      Model model) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    House house =
        switch (door) {
          case Door.Nowhere nowhere -> null;
          case Door.Shut shut -> shut.house();
          case Door.Ready ready -> ready.house();
          case Door.Inside inside -> inside.house();
        };
    if (house == null) {
      return "handover/nowhere";
    }
    boolean asks =
        door instanceof Door.Ready
            || (door instanceof Door.Inside in && in.talk().state() == HandoverState.OPENED);
    model.addAttribute(
        "view",
        new PublicPage(
            house, token, door, asks ? consents.view(house, locale) : null, typed, problem));
    return "handover/public";
  }
}
