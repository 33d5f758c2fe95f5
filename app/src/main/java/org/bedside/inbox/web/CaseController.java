package org.bedside.inbox.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.Judgement;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Notes;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a case. Each answers with the case again. */
@Controller
@Requires(Permission.WORK_INBOX)
class CaseController {

  private static final int LONGEST_NOTE = 10_000;

  private final Cases cases;
  private final Notes notes;
  private final Members members;
  private final Assessments assessments;
  private final Meanwhile meanwhile;
  private final MessageSource messages;

  CaseController(
      Cases cases,
      Notes notes,
      Members members,
      Assessments assessments,
      Meanwhile meanwhile,
      MessageSource messages) {
    this.meanwhile = meanwhile;
    this.cases = cases;
    this.notes = notes;
    this.members = members;
    this.assessments = assessments;
    this.messages = messages;
  }

  @PostMapping("/inbox/{id}/assignment")
  String assign(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable UUID assignee,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    if (assignee == null) {
      cases.assign(id, version, null, "", who);
      return done(id, "inbox.unassigned", locale, redirect);
    }
    Member member =
        members.find(assignee).orElseThrow(() -> new IllegalArgumentException("no such member"));
    cases.assign(id, version, member.id(), member.name(), who);
    return done(id, "inbox.assigned-to", locale, redirect, member.name());
  }

  @PostMapping("/inbox/{id}/notes")
  String note(
      @PathVariable long id,
      @RequestParam String text,
      @RequestParam(required = false) @Nullable UUID person,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String note = text.strip();
    if (note.isEmpty()) {
      return done(id, "inbox.note-empty", locale, redirect);
    }
    notes.add(
        id,
        note.substring(0, Math.min(note.length(), LONGEST_NOTE)),
        person == null ? List.of() : List.of(person),
        who);
    return done(id, "inbox.noted", locale, redirect);
  }

  @PostMapping("/inbox/{id}/outcome")
  String close(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Outcome outcome,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    cases.close(id, version, outcome, who);
    redirect.addFlashAttribute("undo", "/inbox/" + id + "/reopening?version=" + (version + 1));
    return done(id, "inbox.closed-as." + outcome.name(), locale, redirect);
  }

  @PostMapping("/inbox/{id}/reopening")
  String reopen(
      @PathVariable long id,
      @RequestParam int version,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    cases.reopen(id, version, who);
    return done(id, "inbox.reopened", locale, redirect);
  }

  @PostMapping("/inbox/{id}/merging")
  String merge(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam String into,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String digits = into.replaceAll("\\D", "");
    if (digits.isEmpty() || digits.length() > 18 || Long.parseLong(digits) == id) {
      return done(id, "inbox.merge-unknown", locale, redirect);
    }
    long target = Long.parseLong(digits);
    if (cases.find(target, who).isEmpty()) {
      return done(id, "inbox.merge-unknown", locale, redirect);
    }
    cases.merge(id, version, target, who);
    return done(target, "inbox.merged", locale, redirect);
  }

  @Requires(Permission.CORRECT_JUDGEMENTS)
  @PostMapping("/inbox/{id}/correction")
  String correct(
      @PathVariable long id,
      @RequestParam long mention,
      @RequestParam String sentiment,
      @RequestParam String urgency,
      @RequestParam(required = false) @Nullable List<String> theme,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    assessments.correct(mention, Judgement.Part.SENTIMENT, sentiment, who);
    assessments.correct(mention, Judgement.Part.URGENCY, urgency, who);
    List<String> themes = theme == null ? List.of() : theme;
    assessments.correct(
        mention,
        Judgement.Part.THEMES,
        String.join("\n", themes.stream().filter(one -> !one.isBlank()).distinct().toList()),
        who);
    return done(id, "inbox.corrected", locale, redirect);
  }

  @ExceptionHandler
  String stale(
      StaleCaseException stale,
      jakarta.servlet.http.HttpServletRequest request,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String id = request.getRequestURI().replaceAll("^/inbox/(\\d+)/.*$", "$1");
    String version = String.valueOf(request.getParameter("version"));
    if (version.matches("\\d{1,9}")) {
      return "redirect:/inbox/" + id + "?seen=" + version; // the case itself tells what changed
    }
    redirect.addFlashAttribute("flash", meanwhile.of(Long.parseLong(id), who, locale));
    return "redirect:/inbox/" + id;
  }

  private String done(
      long id, String key, Locale locale, RedirectAttributes redirect, Object... values) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, values, locale));
    return "redirect:/inbox/" + id;
  }
}
