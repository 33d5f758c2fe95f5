package org.bedside.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Approvals.View;
import org.bedside.approvals.Decision;
import org.bedside.approvals.Given;
import org.bedside.approvals.Response;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.NavCount;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.bedside.ui.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for somebody's agreement: the lists, and one request. */
@Controller
@Requires(Permission.DECIDE_APPROVALS)
class ApprovalsController {

  private final Approvals approvals;
  private final ApprovalViews views;

  ApprovalsController(Approvals approvals, ApprovalViews views) {
    this.approvals = approvals;
    this.views = views;
  }

  @GetMapping("/approvals")
  String list(
      @RequestParam(defaultValue = "waiting") String view,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    boolean manages = who.may(Permission.MANAGE_APPROVALS);
    View shown =
        switch (view) {
          case "asked" -> View.ASKED;
          case "decided" -> manages ? View.ENDED : View.DECIDED;
          default -> View.WAITING;
        };
    model.addAttribute("view", shown);
    model.addAttribute("lines", views.list(shown, who, page));
    model.addAttribute("stuck", manages ? views.list(View.STUCK, who, page) : List.of());
    model.addAttribute(
        "tabs",
        List.of(
            new Tab(
                page.text("approvals.waiting"),
                "/approvals",
                shown == View.WAITING,
                page.number(approvals.waitingFor(who.id()))),
            new Tab(page.text("approvals.mine"), "/approvals?view=asked", shown == View.ASKED),
            new Tab(
                page.text("approvals.decided"),
                "/approvals?view=decided",
                shown == View.DECIDED || shown == View.ENDED)));
    return "approvals/approvals";
  }

  @GetMapping("/approvals/{id}")
  String one(@PathVariable UUID id, SignedIn who, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute("view", find(id, who, page));
    return "approvals/request";
  }

  /** What somebody wrote is kept where it was not recorded. */
  @PostMapping("/approvals/{id}/decision")
  String decide(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String comment,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      HttpServletResponse answer,
      RedirectAttributes redirect) {
    find(id, who, page);
    Decision said =
        switch (decision) {
          case "APPROVE" -> Decision.APPROVE;
          case "REFUSE" -> Decision.REFUSE;
          default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no decision");
        };
    if (said == Decision.REFUSE && comment.isBlank()) {
      return again(id, "approvals.problem.why", version, comment, who, page, model, answer);
    }
    Response response = approvals.decide(id, version, said, comment, who);
    if (response == Response.COUNTED) {
      redirect.addFlashAttribute("flash", page.text("approvals.said." + said.name()));
      return "redirect:/approvals/" + id;
    }
    String why = "approvals.problem." + response.name();
    return again(id, why, version, comment, who, page, model, answer);
  }

  private String again(
      UUID id,
      String why,
      int version,
      String comment,
      SignedIn who,
      Page page,
      Model model,
      HttpServletResponse answer) {
    RequestView now = find(id, who, page);
    model.addAttribute("view", now.with(why, since(now.request(), version), comment));
    answer.setStatus(HttpStatus.CONFLICT.value());
    return "approvals/request";
  }

  /** Each decision raises the version by one, from one on. */
  private static List<Given> since(ApprovalRequest request, int version) {
    List<Given> given = request.given();
    return given.subList(Math.clamp(version - 1L, 0, given.size()), given.size());
  }

  @PostMapping("/approvals/{id}/withdrawal")
  String withdraw(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    RequestView view = find(id, who, page);
    if (view.own() && approvals.withdraw(id, who)) {
      redirect.addFlashAttribute("flash", page.text("approvals.taken-back"));
    }
    return "redirect:/approvals/" + id;
  }

  private RequestView find(UUID id, SignedIn who, Page page) {
    return views
        .find(id, who, page)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such request"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem approvalsPlace() {
      return new NavItem(
          16, "approvals.nav", "/approvals", "shield-check", Permission.DECIDE_APPROVALS.name());
    }

    @Bean
    NavCount approvalsCount(Approvals approvals) {
      return new NavCount() {
        @Override
        public String path() {
          return "/approvals";
        }

        @Override
        public long count() {
          Authentication reader = SecurityContextHolder.getContext().getAuthentication();
          return reader != null && reader.getPrincipal() instanceof SignedIn who
              ? approvals.waitingFor(who.id())
              : 0;
        }
      };
    }
  }
}
