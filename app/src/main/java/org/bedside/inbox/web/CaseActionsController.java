package org.bedside.inbox.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseActions;
import org.bedside.inbox.CaseActions.Chosen;
import org.bedside.inbox.Macros;
import org.bedside.inbox.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to one or many cases at once, and taken back as one. */
@Controller
@Requires(Permission.WORK_INBOX)
class CaseActionsController {

  private static final int LONGEST_REASON = 300;

  private final CaseActions actions;
  private final Macros macros;
  private final MessageSource messages;

  CaseActionsController(CaseActions actions, Macros macros, MessageSource messages) {
    this.actions = actions;
    this.macros = macros;
    this.messages = messages;
  }

  private record Task(String macro, List<Step> steps) {}

  /**
   * @param chosen cases as {@code id:version}
   * @param task a step as {@link Step#read} understands it, or {@code macro:} and its id
   * @param why the reason for a priority
   * @param back the page to return to
   */
  @PostMapping("/inbox/actions")
  String act(
      @RequestParam(name = "case", required = false) @Nullable List<String> chosen,
      @RequestParam(name = "do", required = false) @Nullable String task,
      @RequestParam(required = false) @Nullable String why,
      @RequestParam(required = false) @Nullable String back,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    List<Chosen> cases = chosen(chosen == null ? List.of() : chosen);
    Optional<Task> wanted = task(task == null ? "" : task, why == null ? "" : why, who);
    if (cases.isEmpty() || wanted.isEmpty()) {
      String key = cases.isEmpty() ? "inbox.choose-first" : "inbox.nothing-to-do";
      return to(back, key, locale, redirect);
    }
    if (wanted.get().steps().stream().anyMatch(CaseActionsController::lacksItsReason)) {
      return to(back, "inbox.priority-needs-reason", locale, redirect);
    }
    try {
      actions.apply(cases, wanted.get().steps(), wanted.get().macro(), who);
    } catch (IllegalArgumentException gone) {
      return to(back, "inbox.step-gone", locale, redirect);
    }
    return "redirect:" + safe(back);
  }

  @PostMapping("/inbox/actions/{action}/undo")
  String undo(
      @PathVariable UUID action,
      @RequestParam(required = false) @Nullable String back,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    return actions.undo(action, who).isPresent()
        ? "redirect:" + safe(back)
        : to(back, "inbox.nothing-to-undo", locale, redirect);
  }

  private static List<Chosen> chosen(List<String> lines) {
    List<Chosen> cases = new ArrayList<>();
    for (String line : lines) {
      if (line.matches("\\d{1,18}:\\d{1,9}")) {
        String[] parts = line.split(":", 2);
        cases.add(new Chosen(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
      }
    }
    return cases;
  }

  private Optional<Task> task(String wanted, String why, SignedIn who) {
    if (wanted.startsWith("macro:")) {
      String id = wanted.substring("macro:".length());
      return macros.all().stream()
          .filter(macro -> macro.id().toString().equals(id) && Toolbox.mayRun(macro, who))
          .findFirst()
          .map(macro -> new Task(macro.name(), macro.steps()));
    }
    String reason = reason(why);
    String line = wanted.startsWith("priority:") ? wanted + ":" + reason : wanted;
    return Step.read(line)
        .filter(step -> !(step instanceof Step.DraftReply))
        .map(step -> new Task("", List.of(step)));
  }

  /** A person's words on one line. */
  static String reason(String why) {
    String clean = why.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON);
  }

  static boolean lacksItsReason(Step step) {
    return step instanceof Step.Prioritize(var level, var reason)
        && level != null
        && reason.isBlank();
  }

  /** Only pages of the inbox, so that no form leads elsewhere. */
  private static String safe(@Nullable String back) {
    return back != null && back.matches("/inbox(/\\d{1,18})?(\\?[^\\s\\\\{}]*)?") ? back : "/inbox";
  }

  private String to(@Nullable String back, String key, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, null, locale));
    return "redirect:" + safe(back);
  }
}
