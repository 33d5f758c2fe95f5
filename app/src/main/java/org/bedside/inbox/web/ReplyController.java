package org.bedside.inbox.web;

import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Replies;
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

  private static final int LONGEST_REPLY = 20_000;

  private final InboxLists lists;
  private final CaseViews views;
  private final Replies replies;
  private final CaseMores mores;
  private final MessageSource messages;

  ReplyController(
      InboxLists lists, CaseViews views, Replies replies, CaseMores mores, MessageSource messages) {
    this.lists = lists;
    this.views = views;
    this.replies = replies;
    this.mores = mores;
    this.messages = messages;
  }

  @GetMapping("/inbox/{id}/reply")
  String compose(
      @PathVariable long id,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model) {
    return show(id, null, null, who, locale, page, model);
  }

  /** The verdict on a draft as it is typed; stores nothing. */
  @PostMapping("/inbox/{id}/reply/check")
  String check(
      @PathVariable long id,
      @RequestParam String reply,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    CaseView view =
        views.replying(id, cut(reply), null, who, page).orElseThrow(ReplyController::notFound);
    model.addAttribute("view", view);
    return "inbox/verdict";
  }

  /**
   * Everything the composer's form can ask for: to start from a safe wording, to use one in the
   * place of a finding, to keep the draft, to record the reply as posted.
   */
  @PostMapping("/inbox/{id}/reply")
  String submit(
      @PathVariable long id,
      @RequestParam String reply,
      @RequestParam(required = false) @Nullable Integer start,
      @RequestParam(required = false) @Nullable Integer use,
      @RequestParam(required = false) @Nullable String posted,
      @RequestParam(required = false) @Nullable String override,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable Integer seen,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    String text = cut(reply);
    if (start != null) {
      return show(id, wording(id, start, who, page), null, who, locale, page, model);
    }
    if (use != null) {
      return show(id, replaced(id, text, use), null, who, locale, page, model);
    }
    if (text.isBlank()) {
      return show(id, text, "reply.empty", who, locale, page, model);
    }
    if ((posted != null || override != null) && mores.changed(id, seen, who)) {
      String shown = show(id, text, "inbox.conflict.reply", who, locale, page, model);
      mores.tell(model, seen);
      return shown;
    }
    if (posted == null && override == null) {
      replies.keepDraft(id, text, who);
      redirect.addFlashAttribute("flash", messages.getMessage("reply.kept", null, locale));
      return "redirect:/inbox/" + id + "/reply";
    }
    return switch (replies.markPosted(id, text, override == null ? null : reason, who)) {
      case ReplyPolicy.Decision.Allowed allowed -> {
        redirect.addFlashAttribute("flash", messages.getMessage("reply.recorded", null, locale));
        yield "redirect:/inbox/" + id;
      }
      case ReplyPolicy.Decision.Rejected rejected ->
          show(id, text, rejected.code(), who, locale, page, model);
    };
  }

  private String show(
      long id,
      @Nullable String text,
      @Nullable String problem,
      SignedIn who,
      Locale locale,
      Page page,
      Model model) {
    CaseView view =
        views.replying(id, text, problem, who, page).orElseThrow(ReplyController::notFound);
    InboxParams none =
        new InboxParams(null, null, null, null, null, null, null, null, null, null, null, null);
    model.addAttribute("list", lists.list(none, null, id, who, locale));
    model.addAttribute("view", view);
    return "inbox/inbox";
  }

  private String wording(long id, int index, SignedIn who, Page page) {
    return views
        .replying(id, "", null, who, page)
        .map(CaseView::reply)
        .map(composer -> composer.wordings())
        .filter(all -> index >= 0 && index < all.size())
        .map(all -> all.get(index))
        .orElse("");
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

  private static String cut(String text) {
    return text.length() <= LONGEST_REPLY ? text : text.substring(0, LONGEST_REPLY);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
