package org.bedside.handover.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.handover.Conversation;
import org.bedside.handover.Conversations;
import org.bedside.handover.Conversations.Shelf;
import org.bedside.handover.Turn;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.NavCount;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.bedside.ui.Tab;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The private conversations, for those who read and answer them. */
@Controller
@Requires(Permission.READ_HANDOVERS)
class PrivateController {

  private static final int AT_ONCE = 50;

  private final Conversations conversations;
  private final MessageSource messages;

  PrivateController(Conversations conversations, MessageSource messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  @GetMapping("/private")
  String list(
      @RequestParam(required = false) @Nullable String shelf,
      @RequestParam(required = false) @Nullable Instant before,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    requireReader(who);
    Shelf chosen = shelf(shelf);
    List<Conversation.Line> lines = conversations.list(chosen, before, AT_ONCE, who);
    Map<Shelf, Long> counts = conversations.counts();
    model.addAttribute("shelf", chosen);
    model.addAttribute("lines", lines);
    model.addAttribute(
        "tabs", Arrays.stream(Shelf.values()).map(one -> tab(one, chosen, counts, page)).toList());
    model.addAttribute(
        "older",
        lines.size() < AT_ONCE
            ? null
            : "/private?shelf=" + chosen.name() + "&before=" + lines.getLast().changedAt());
    return "handover/list";
  }

  private static Tab tab(Shelf one, Shelf chosen, Map<Shelf, Long> counts, Page page) {
    long count = counts.getOrDefault(one, 0L);
    return new Tab(
        page.text("handover.shelf." + one.name()),
        "/private?shelf=" + one.name(),
        one == chosen,
        count == 0 ? null : page.number(count));
  }

  @GetMapping("/private/{id}")
  String one(@PathVariable UUID id, SignedIn who, Model model) {
    return show(id, "", "", who, model);
  }

  private String show(UUID id, String typed, String problem, SignedIn who, Model model) {
    requireReader(who);
    Conversation conversation = conversations.read(id, who).orElseThrow(PrivateController::none);
    model.addAttribute("conversation", conversation);
    model.addAttribute("mayHold", conversations.mayHold(who));
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    return "handover/conversation";
  }

  @PostMapping("/private/{id}/replies")
  String reply(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String words,
      SignedIn who,
      Locale locale,
      Model model,
      RedirectAttributes redirect) {
    requireReader(who);
    String message = words.replace("\r\n", "\n").strip();
    if (message.isEmpty() || message.length() > Turn.LONGEST) {
      return show(
          id,
          words,
          message.isEmpty() ? "handover.problem.empty" : "handover.problem.long",
          who,
          model);
    }
    return done(conversations.reply(id, message, who), "replied", id, locale, redirect);
  }

  @PostMapping("/private/{id}/end")
  String end(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    requireReader(who);
    return done(conversations.end(id, who), "ended", id, locale, redirect);
  }

  @PostMapping("/private/{id}/outcome")
  String conclude(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String note,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    requireReader(who);
    String kept = note.strip();
    return done(
        kept.length() <= Conversation.LONGEST_NOTE
            && named(Conversation.Outcome.values(), outcome)
                .map(one -> conversations.conclude(id, one, kept, who))
                .orElse(false),
        "concluded",
        id,
        locale,
        redirect);
  }

  @PostMapping("/private/{id}/hold")
  String hold(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    requireHolder(id, who);
    return done(
        named(Conversation.HoldReason.values(), reason)
            .map(one -> conversations.hold(id, one, who))
            .orElse(false),
        "held",
        id,
        locale,
        redirect);
  }

  @PostMapping("/private/{id}/release")
  String release(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    requireHolder(id, who);
    return done(conversations.release(id, who), "released", id, locale, redirect);
  }

  @PostMapping("/private/{id}/erasure")
  String erase(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    requireReader(who);
    return done(conversations.erase(id, who), "erased", id, locale, redirect);
  }

  private void requireReader(SignedIn who) {
    if (!conversations.mayRead(who)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private void requireHolder(UUID id, SignedIn who) {
    requireReader(who);
    if (!conversations.exists(id)) {
      throw none();
    }
    if (!conversations.mayHold(who)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private String done(
      boolean done, String what, UUID id, Locale locale, RedirectAttributes redirect) {
    if (!conversations.exists(id)) {
      throw none();
    }
    redirect.addFlashAttribute(
        "flash",
        messages.getMessage(done ? "handover.done." + what : "handover.done.not", null, locale));
    return "redirect:/private/" + id;
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }

  private static Shelf shelf(@Nullable String written) {
    return named(Shelf.values(), written == null ? "" : written).orElse(Shelf.FOR_US);
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem privatePlace() {
      return new NavItem(18, "handover.nav", "/private", "lock", Permission.READ_HANDOVERS.name());
    }

    @Bean
    NavCount privateCount(Conversations conversations) {
      return new NavCount() {
        @Override
        public String path() {
          return "/private";
        }

        @Override
        public long count() {
          return conversations.waiting();
        }
      };
    }
  }
}
