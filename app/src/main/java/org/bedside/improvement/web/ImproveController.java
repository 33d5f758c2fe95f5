package org.bedside.improvement.web;

import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What they love beside what must change. */
@Controller
@Requires(Permission.READ_FEEDBACK)
class ImproveController {

  private final ImproveViews views;

  ImproveController(ImproveViews views) {
    this.views = views;
  }

  @GetMapping("/improve")
  String show(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String location,
      @RequestParam(defaultValue = "") String view,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    model.addAttribute(
        "view", views.view(period, Given.uuid(location), view.equals("table"), who, page));
    return "improvement/improve";
  }

  @GetMapping("/improve/groups.csv")
  ResponseEntity<String> groups(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String location,
      SignedIn who,
      @ModelAttribute("page") Page page) {
    return Csv.groups(views.table(period, Given.uuid(location), who, page));
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem improvePlace() {
      return new NavItem(
          25, "improve.nav", "/improve", "hand-heart", Permission.READ_FEEDBACK.name());
    }
  }
}
