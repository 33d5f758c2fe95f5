package org.bedside.inbox.web;

import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.web.Composer.Words;
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

/** The reply composer. */
@Controller
@Requires(Permission.WRITE_REPLIES)
class ReplyController {

  private final InboxLists lists;
  private final CaseViews views;
  private final ViewTabs tabs;
  private final Cases cases;
  private final ReplyDesk desk;
  private final CaseMores mores;
  private final MessageSource messages;

  ReplyController(
      InboxLists lists,
      CaseViews views,
      ViewTabs tabs,
      Cases cases,
      ReplyDesk desk,
      CaseMores mores,
      MessageSource messages) {
    this.lists = lists;
    this.views = views;
    this.tabs = tabs;
    this.cases = cases;
    this.desk = desk;
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
      ComposerForm form,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    CaseView view =
        views.checking(id, form.words(), who, page).orElseThrow(ReplyController::notFound);
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
      ComposerForm form,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    CaseFile file = file(named, who);
    // another one where it was merged meanwhile
    long id = file.row().id();
    return switch (desk.answer(file, form, who)) {
      case ReplyDesk.Writing(Words words) -> show(id, words, null, who, locale, page, model);
      case ReplyDesk.Stays(Words words, Problem problem) ->
          show(id, words, problem, who, locale, page, model);
      case ReplyDesk.Overtaken(Words words, int seen) -> {
        Problem conflict = Problem.of("inbox.conflict.reply");
        String shown = show(id, words, conflict, who, locale, page, model);
        mores.tell(model, seen);
        yield shown;
      }
      case ReplyDesk.Kept() -> {
        redirect.addFlashAttribute("flash", messages.getMessage("reply.kept", null, locale));
        yield "redirect:/inbox/" + id + "/reply";
      }
      case ReplyDesk.Done(String message) -> {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
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

  private CaseFile file(long id, SignedIn who) {
    return cases
        .find(id, who)
        .filter(one -> !one.mentions().isEmpty())
        .orElseThrow(ReplyController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
