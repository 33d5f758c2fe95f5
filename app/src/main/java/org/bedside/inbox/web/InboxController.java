package org.bedside.inbox.web;

import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Notes;
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
  private final Notes notes;

  InboxController(InboxLists lists, CaseViews views, Notes notes) {
    this.lists = lists;
    this.views = views;
    this.notes = notes;
  }

  @GetMapping("/inbox")
  String list(
      @ModelAttribute InboxParams params,
      @RequestParam(required = false) @Nullable String after,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
      SignedIn who,
      Locale locale,
      Model model) {
    model.addAttribute("list", lists.list(params, after, 0, who, locale));
    return "inbox-list".equals(target) ? "inbox/list" : "inbox/inbox";
  }

  @GetMapping("/inbox/{id}")
  String open(
      @PathVariable long id,
      @ModelAttribute InboxParams params,
      @RequestParam(required = false) @Nullable Integer seen,
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
