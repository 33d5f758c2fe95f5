package org.bedside.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.SentReplies;
import org.bedside.ui.Page;
import org.bedside.understanding.Verdict;
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
  private final InboxLists lists;
  private final ViewTabs tabs;
  private final MessageSource messages;

  SentReplyController(
      SentReplies sent, CaseViews views, InboxLists lists, ViewTabs tabs, MessageSource messages) {
    this.sent = sent;
    this.views = views;
    this.lists = lists;
    this.tabs = tabs;
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

  /** What was not taken is shown again as it was entered, with what stands in its way. */
  @PostMapping("/inbox/{id}/replies/{reply}/words")
  String change(
      @PathVariable long id,
      @PathVariable long reply,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String reason,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    String words = ComposerForm.cut(text).strip();
    Rewording attempt;
    if (words.isEmpty()) {
      attempt = new Rewording(reply, words, reason, Problem.of("reply.change.empty"), null);
    } else {
      switch (sent.change(reply, words, reason, who)) {
        case SentReplies.Result.Leaving _ -> {
          return done(id, "reply.being-changed", "", locale, redirect);
        }
        case SentReplies.Result.Asked _ -> {
          return done(id, "reply.change.asked", "", locale, redirect);
        }
        case SentReplies.Result.Rejected(Verdict verdict, String code) ->
            attempt = new Rewording(reply, words, reason, Problem.of(code), verdict);
        case SentReplies.Result.Unfit(String code, String detail) ->
            attempt = new Rewording(reply, words, reason, new Problem(code, detail), null);
      }
    }
    Optional<CaseView> view = views.find(id, "", who, page);
    if (view.isEmpty()) {
      return done(id, attempt.problem().key(), attempt.problem().detail(), locale, redirect);
    }
    InboxParams none =
        new InboxParams(null, null, null, null, null, null, null, null, null, null, null, null);
    model.addAttribute("list", lists.list(none, null, id, who, locale));
    model.addAttribute("views", tabs.of(none, who, locale));
    model.addAttribute("view", view.get().with(attempt));
    return "inbox/inbox";
  }

  @PostMapping("/inbox/{id}/replies/{reply}/words/taking-back")
  String dropChange(
      @PathVariable long id,
      @PathVariable long reply,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String key = sent.dropChange(reply, who) ? "reply.change.dropped" : "reply.change.too-late";
    return done(id, key, "", locale, redirect);
  }

  private String done(
      long id, String key, String detail, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, new Object[] {detail}, locale));
    return "redirect:/inbox/" + id;
  }
}
