package org.bedside.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.SentReplies;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** What people do with a reply that is under way or there. Each answers with the case again. */
@Controller
@Requires(Permission.WRITE_REPLIES)
class SentReplyController {

  private final SentReplies sent;
  private final CaseViews views;
  private final MessageSource messages;

  SentReplyController(SentReplies sent, CaseViews views, MessageSource messages) {
    this.sent = sent;
    this.views = views;
    this.messages = messages;
  }

  /**
   * An open page asks how it stands, with the mark of what it shows; where that holds nothing
   * comes.
   */
  @Requires(Permission.READ_MENTIONS)
  @GetMapping("/inbox/{id}/replies/{reply}")
  String now(
      @PathVariable long id,
      @PathVariable long reply,
      @RequestParam(defaultValue = "") String shown,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      HttpServletResponse answer) {
    CaseView view =
        views
            .find(id, "", who, page)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", view);
    view.more().replies().stream()
        .filter(one -> one.reply().id() == reply)
        .findFirst()
        .ifPresent(
            one -> {
              model.addAttribute("sent", one);
              if (one.mark().equals(shown)) {
                answer.setStatus(HttpStatus.NO_CONTENT.value());
              }
            });
    return "inbox/sentNow";
  }

  @PostMapping("/inbox/{id}/replies/{reply}/taking-back")
  String takeBack(
      @PathVariable long id,
      @PathVariable long reply,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String key = sent.takeBack(reply, who) ? "reply.taken-back" : "reply.too-late-to-take-back";
    return done(id, key, "", locale, redirect);
  }

  @PostMapping("/inbox/{id}/replies/{reply}/taking-down")
  String takeDown(
      @PathVariable long id,
      @PathVariable long reply,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String key = sent.takeDown(reply, who) ? "reply.being-taken-down" : "reply.not-there";
    return done(id, key, "", locale, redirect);
  }

  @PostMapping("/inbox/{id}/replies/{reply}/words")
  String change(
      @PathVariable long id,
      @PathVariable long reply,
      @RequestParam String text,
      @RequestParam(required = false) @Nullable String reason,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    if (text.isBlank()) {
      return done(id, "reply.empty", "", locale, redirect);
    }
    return switch (sent.change(reply, ReplyController.cut(text).strip(), reason, who)) {
      case SentReplies.Result.Leaving _ -> done(id, "reply.being-changed", "", locale, redirect);
      case SentReplies.Result.Asked _ ->
          done(id, "reply.change-needs-agreement", "", locale, redirect);
      case SentReplies.Result.Rejected _ -> done(id, "reply.change-blocked", "", locale, redirect);
      case SentReplies.Result.Unfit(String code, String detail) ->
          done(id, code, detail, locale, redirect);
    };
  }

  private String done(
      long id, String key, String detail, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, new Object[] {detail}, locale));
    return "redirect:/inbox/" + id;
  }
}
