package org.bedside.inbox.web;

import java.util.Locale;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Replies;
import org.bedside.inbox.ReplyParts;
import org.bedside.inbox.SentReplies;
import org.bedside.inbox.web.Composer.Words;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.ui.Page;
import org.bedside.understanding.Verdict;
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

/** The reply composer. */
@Controller
@Requires(Permission.WRITE_REPLIES)
class ReplyController {

  /** Said by the button that sends although the guard blocks it. */
  private static final String OVERRIDE = "override";

  private static final int LONGEST_REPLY = 20_000;

  private final InboxLists lists;
  private final CaseViews views;
  private final ViewTabs tabs;
  private final Cases cases;
  private final Composer composer;
  private final Replies replies;
  private final SentReplies sent;
  private final ReplyParts parts;
  private final CaseMores mores;
  private final MessageSource messages;

  ReplyController(
      InboxLists lists,
      CaseViews views,
      ViewTabs tabs,
      Cases cases,
      Composer composer,
      Replies replies,
      SentReplies sent,
      ReplyParts parts,
      CaseMores mores,
      MessageSource messages) {
    this.lists = lists;
    this.views = views;
    this.tabs = tabs;
    this.cases = cases;
    this.composer = composer;
    this.replies = replies;
    this.sent = sent;
    this.parts = parts;
    this.mores = mores;
    this.messages = messages;
  }

  /** The filter of the list beside the composer. */
  @ModelAttribute(BesideTheList.KEPT)
  String kept(@RequestParam(name = BesideTheList.PARAMETER, defaultValue = "") String list) {
    return list;
  }

  @GetMapping("/inbox/{id}/reply")
  String compose(
      @PathVariable long id,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model) {
    Problem problem = model.getAttribute("problem") instanceof String key ? Problem.of(key) : null;
    return show(id, null, problem, who, locale, page, model);
  }

  /** The verdict on a draft as it is typed; stores nothing. */
  @PostMapping("/inbox/{id}/reply/check")
  String check(
      @PathVariable long id,
      @RequestParam String reply,
      @RequestParam(defaultValue = "") String translation,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    CaseView view =
        views
            .checking(id, words(reply, translation), who, page)
            .orElseThrow(ReplyController::notFound);
    model.addAttribute("view", view);
    return "inbox/replyChecked";
  }

  /**
   * Everything the composer's form can ask for: to start from a safe wording, to use one in the
   * place of a finding, to keep the draft, to send the reply or to record it as posted.
   */
  @PostMapping("/inbox/{id}/reply")
  String submit(
      @PathVariable("id") long named,
      @RequestParam String reply,
      @RequestParam(defaultValue = "") String translation,
      @RequestParam(required = false) @Nullable String start,
      @RequestParam(required = false) @Nullable Integer suggestion,
      @RequestParam(required = false) @Nullable Integer use,
      @RequestParam(required = false) @Nullable String posted,
      @RequestParam(required = false) @Nullable String override,
      @RequestParam(required = false) @Nullable String send,
      @RequestParam(required = false) @Nullable UUID channel,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable Long change,
      @RequestParam(required = false) @Nullable Integer seen,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    CaseFile file = file(named, who);
    // another one where it was merged meanwhile
    long id = file.row().id();
    Words words = composer.filled(file, words(reply, translation));
    String text = words.text();
    if (start != null) {
      Words longer = composer.withWording(file, words, start);
      return show(id, longer, null, who, locale, page, model);
    }
    if (suggestion != null) {
      Words longer = composer.withSuggestion(file, words, suggestion);
      return show(id, longer, null, who, locale, page, model);
    }
    if (use != null) {
      Words better = new Words(replaced(id, text, use), words.translation());
      return show(id, better, null, who, locale, page, model);
    }
    if (text.isBlank()) {
      return show(id, words, Problem.of("reply.empty"), who, locale, page, model);
    }
    boolean sends = channel != null && send != null;
    boolean overrides = OVERRIDE.equals(send) || override != null;
    boolean posts = sends || posted != null || override != null || change != null;
    if (posts && mores.changed(id, seen, who)) {
      String shown = show(id, words, Problem.of("inbox.conflict.reply"), who, locale, page, model);
      mores.tell(model, seen);
      return shown;
    }
    if (posts) {
      String flaw = flaw(composer.checking(file, words), overrides || change != null);
      if (flaw != null) {
        keep(id, words, who);
        return show(id, words, Problem.of(flaw), who, locale, page, model);
      }
    }
    keep(id, words, who);
    if (!posts) {
      redirect.addFlashAttribute("flash", messages.getMessage("reply.kept", null, locale));
      return "redirect:/inbox/" + id + "/reply";
    }
    if (change != null) {
      SentReplies.Result result = sent.change(change, text.strip(), reason, who);
      if (result instanceof SentReplies.Result.Leaving
          || result instanceof SentReplies.Result.Asked) {
        replies.dropDraft(id, who);
      }
      return answered(
          result,
          id,
          words,
          "reply.change.asked",
          "reply.being-changed",
          who,
          locale,
          page,
          model,
          redirect);
    }
    if (channel != null && sends) {
      return sent(
          id, words, channel, overrides ? reason : null, who, locale, page, model, redirect);
    }
    return switch (replies.markPosted(id, text, override == null ? null : reason, who)) {
      case ReplyPolicy.Decision.Allowed allowed -> {
        redirect.addFlashAttribute("flash", messages.getMessage("reply.recorded", null, locale));
        yield "redirect:/inbox/" + id;
      }
      case ReplyPolicy.Decision.Rejected rejected ->
          show(id, words, Problem.of(rejected.code()), who, locale, page, model);
    };
  }

  private String sent(
      long id,
      Words words,
      UUID channel,
      @Nullable String overrideReason,
      SignedIn who,
      Locale locale,
      Page page,
      Model model,
      RedirectAttributes redirect) {
    return answered(
        sent.send(id, words.text(), channel, overrideReason, who),
        id,
        words,
        "reply.asked",
        "reply.leaving",
        who,
        locale,
        page,
        model,
        redirect);
  }

  /** The case where it is done, else the composer with what stands in its way. */
  private String answered(
      SentReplies.Result result,
      long id,
      Words words,
      String asked,
      String leaving,
      SignedIn who,
      Locale locale,
      Page page,
      Model model,
      RedirectAttributes redirect) {
    return switch (result) {
      case SentReplies.Result.Rejected(Verdict _, String code) ->
          show(id, words, Problem.of(code), who, locale, page, model);
      case SentReplies.Result.Unfit(String code, String detail) ->
          show(id, words, new Problem(code, detail), who, locale, page, model);
      case SentReplies.Result.Asked _ -> {
        redirect.addFlashAttribute("flash", messages.getMessage(asked, null, locale));
        yield "redirect:/inbox/" + id;
      }
      case SentReplies.Result.Leaving _ -> {
        redirect.addFlashAttribute("flash", messages.getMessage(leaving, null, locale));
        yield "redirect:/inbox/" + id;
      }
    };
  }

  private String show(
      long id,
      @Nullable Words words,
      @Nullable Problem problem,
      SignedIn who,
      Locale locale,
      Page page,
      Model model) {
    CaseView view =
        views.replying(id, words, problem, who, page).orElseThrow(ReplyController::notFound);
    InboxParams params = BesideTheList.kept(model);
    InboxList list = lists.list(params, null, id, who, locale);
    model.addAttribute("list", list);
    model.addAttribute("views", tabs.of(params, who, locale));
    model.addAttribute("view", view.beside(list.query()));
    return "inbox/inbox";
  }

  /** What keeps it from being recorded whatever the guard says of its words, or null. */
  private static @Nullable String flaw(Composing checked, boolean override) {
    if (!checked.unfilled().isEmpty()) {
      return "reply.unfilled";
    }
    return checked.translationBlocked() && !override ? "reply.translation-blocked" : null;
  }

  private void keep(long id, Words words, SignedIn who) {
    replies.keepDraft(id, words.text(), who);
    parts.translate(id, words.translation(), who);
  }

  private CaseFile file(long id, SignedIn who) {
    return cases
        .find(id, who)
        .filter(one -> !one.mentions().isEmpty())
        .orElseThrow(ReplyController::notFound);
  }

  private static Words words(String reply, String translation) {
    return new Words(cut(reply), cut(translation));
  }

  private String replaced(long id, String text, int index) {
    Verdict verdict = replies.review(id, text);
    if (index < 0 || index >= verdict.findings().size()) {
      return text;
    }
    Verdict.Finding finding = verdict.findings().get(index);
    return text.substring(0, finding.span().start())
        + finding.instead()
        + text.substring(finding.span().end());
  }

  static String cut(String text) {
    return text.length() <= LONGEST_REPLY ? text : text.substring(0, LONGEST_REPLY);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
