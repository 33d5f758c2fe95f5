package org.bedside.improvement.web;

import java.time.Clock;
import java.time.LocalDate;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Plan;
import org.bedside.improvement.StaleTicketException;
import org.bedside.improvement.Tickets;
import org.bedside.improvement.Topic;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The improvement tickets. */
@Controller
class TicketsController {

  private static final int DAYS_TO_DO_IT = 30;

  private final Tickets tickets;
  private final TicketViews views;
  private final TicketForms forms;
  private final Clock clock;

  TicketsController(Tickets tickets, TicketViews views, TicketForms forms, Clock clock) {
    this.tickets = tickets;
    this.views = views;
    this.forms = forms;
    this.clock = clock;
  }

  @Requires(Permission.READ_FEEDBACK)
  @GetMapping("/improve/tickets")
  String list(
      @RequestParam(defaultValue = "") String state,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    boolean closed = state.equals("closed");
    model.addAttribute("closed", closed);
    model.addAttribute("tickets", views.list(closed, who, page));
    return "improvement/tickets";
  }

  @Requires(Permission.READ_FEEDBACK)
  @GetMapping("/improve/tickets.csv")
  ResponseEntity<String> file(SignedIn who, @ModelAttribute("page") Page page) {
    return Csv.tickets(views.all(who, page));
  }

  @Requires(Permission.MANAGE_IMPROVEMENTS)
  @GetMapping("/improve/tickets/new")
  String fresh(
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "") String location,
      @RequestParam(defaultValue = "") String clinician,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    if (theme == null) {
      return "redirect:/improve"; // where one chooses what it is to be about
    }
    Topic topic = topic(theme, location, clinician);
    LocalDate due = LocalDate.ofInstant(clock.instant(), who.zone()).plusDays(DAYS_TO_DO_IT);
    return fresh(forms.fresh(topic, who, due, page), model);
  }

  @Requires(Permission.MANAGE_IMPROVEMENTS)
  @PostMapping("/improve/tickets")
  String open(
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "") String location,
      @RequestParam(defaultValue = "") String clinician,
      TicketForms.Sent sent,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    Topic topic = topic(theme, location, clinician);
    TicketForms.Read read = forms.read(sent, null);
    Plan plan = read.plan();
    if (plan == null) {
      return fresh(forms.form(topic, sent, read.problems(), null, page), model);
    }
    long id = tickets.open(topic, plan, who);
    redirect.addFlashAttribute("flash", page.text("improve.opened"));
    return "redirect:/improve/tickets/" + id;
  }

  @Requires(Permission.READ_FEEDBACK)
  @GetMapping("/improve/tickets/{id}")
  String show(@PathVariable long id, SignedIn who, @ModelAttribute("page") Page page, Model model) {
    TicketView view = find(id, who, page);
    return show(view, forms.form(view.ticket(), page), "", "", model);
  }

  /** What somebody wrote is kept where somebody else was quicker, and can be sent again. */
  @Requires(Permission.MANAGE_IMPROVEMENTS)
  @PostMapping("/improve/tickets/{id}")
  String change(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int version,
      TicketForms.Sent sent,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    TicketView view = find(id, who, page);
    TicketForms.Read read = forms.read(sent, view.ticket());
    Plan plan = read.plan();
    String problem = "";
    if (plan != null) {
      try {
        tickets.change(id, version, plan, who);
        redirect.addFlashAttribute("flash", page.text("improve.changed"));
        return "redirect:/improve/tickets/" + id;
      } catch (StaleTicketException e) {
        problem = "improve.stale-change";
      }
    }
    TicketView now = find(id, who, page);
    return show(
        now,
        forms.form(now.ticket().topic(), sent, read.problems(), now.ticket(), page),
        "",
        problem,
        model);
  }

  @Requires(Permission.MANAGE_IMPROVEMENTS)
  @PostMapping("/improve/tickets/{id}/state")
  String begin(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String state,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    find(id, who, page);
    try {
      switch (state) {
        case "under-way" -> tickets.begin(id, version, true, who);
        case "open" -> tickets.begin(id, version, false, who);
        case "reopened" -> tickets.reopen(id, version, who);
        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such state");
      }
      redirect.addFlashAttribute("flash", page.text("improve.now." + state));
    } catch (StaleTicketException e) {
      redirect.addFlashAttribute("flash", page.text("improve.stale"));
    }
    return "redirect:/improve/tickets/" + id;
  }

  @Requires(Permission.MANAGE_IMPROVEMENTS)
  @PostMapping("/improve/tickets/{id}/outcome")
  String close(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String outcome,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    TicketView view = find(id, who, page);
    String problem = "improve.outcome-missing";
    if (!Plan.cleaned(outcome, Plan.LONGEST_TEXT).isEmpty()) {
      try {
        tickets.close(id, version, outcome, who);
        redirect.addFlashAttribute("flash", page.text("improve.closed"));
        return "redirect:/improve/tickets/" + id;
      } catch (StaleTicketException e) {
        problem = "improve.stale-outcome";
        view = find(id, who, page);
      }
    }
    return show(view, forms.form(view.ticket(), page), outcome, problem, model);
  }

  private Topic topic(String theme, String location, String clinician) {
    return forms
        .topic(theme, location, clinician)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such topic"));
  }

  private TicketView find(long id, SignedIn who, Page page) {
    return views
        .find(id, who, page)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such ticket"));
  }

  private static String fresh(TicketForm form, Model model) {
    model.addAttribute("form", form);
    return "improvement/ticket-new";
  }

  private static String show(
      TicketView view, TicketForm form, String outcome, String problem, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("form", form);
    model.addAttribute("outcome", outcome);
    model.addAttribute("problem", problem);
    return "improvement/ticket";
  }
}
