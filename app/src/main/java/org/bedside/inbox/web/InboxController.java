package org.bedside.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Notes;
import org.bedside.inbox.SavedView;
import org.bedside.inbox.SavedViews;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inbox: what matters first, and the case chosen beside it. */
@Controller
@Requires(Permission.READ_MENTIONS)
class InboxController {

  private final InboxLists lists;
  private final CaseViews views;
  private final ViewTabs tabs;
  private final SavedViews saved;
  private final Notes notes;

  InboxController(InboxLists lists, CaseViews views, ViewTabs tabs, SavedViews saved, Notes notes) {
    this.lists = lists;
    this.views = views;
    this.tabs = tabs;
    this.saved = saved;
    this.notes = notes;
  }

  @GetMapping("/inbox")
  String list(
      @ModelAttribute InboxParams params,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String select,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
      HttpServletRequest request,
      SignedIn who,
      Locale locale,
      Model model) {
    Optional<SavedView> first =
        request.getQueryString() == null && target == null
            ? saved.of(who).stream()
                .filter(view -> view.first() && !view.query().isEmpty())
                .findFirst()
            : Optional.empty();
    if (first.isPresent()) {
      return "redirect:/inbox?" + first.get().query();
    }
    model.addAttribute("list", lists.list(params, after, 0, who, locale));
    model.addAttribute("views", tabs.of(params, who, locale));
    model.addAttribute("chosen", select != null);
    return "inbox-list".equals(target) ? "inbox/list" : "inbox/inbox";
  }

  @GetMapping("/inbox/{id}")
  String open(
      @PathVariable long id,
      @ModelAttribute InboxParams params,
      @RequestParam(required = false) @Nullable Integer seen,
      @RequestParam(required = false) @Nullable String select,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model) {
    InboxList list = lists.list(params, null, id, who, locale);
    CaseView view =
        views
            .find(id, list.query(), who, page)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("list", list);
    notes.seen(id, who);
    model.addAttribute("view", seen == null ? view : view.since(seen));
    model.addAttribute("chosen", select != null);
    if (!"detail".equals(target)) {
      model.addAttribute("views", tabs.of(params, who, locale));
    }
    return "detail".equals(target) ? "inbox/detail" : "inbox/inbox";
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem inboxPlace() {
      return new NavItem(10, "inbox.title", "/inbox", "inbox", Permission.READ_MENTIONS.name());
    }
  }
}
